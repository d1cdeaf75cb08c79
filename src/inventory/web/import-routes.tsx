import { isUuid, newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { fileOf, readForm } from "#src/platform/http/form.ts";
import { keyOf } from "#src/platform/http/form-marks.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { sendCsv } from "#src/platform/http/spreadsheet.ts";
import { recentImports } from "../db/imports.ts";
import { isMatched } from "../domain/matching.ts";
import { FILE_BYTES_MAX } from "../domain/read-file.ts";
import { confirmImport } from "../usecases/confirm-import.ts";
import { giveUpImport } from "../usecases/give-up-import.ts";
import { reviewImport } from "../usecases/review-import.ts";
import { sendImport } from "../usecases/send-import.ts";
import { undoImport } from "../usecases/undo-import.ts";
import { modelRows, reportRows } from "./export.ts";
import { importTexts } from "./import-texts.ts";
import { IMPORT_WORDS } from "./import-words.ts";
import { match, showMatching } from "./matching-routes.tsx";
import { fileRefusalInWords } from "./refusal-words.ts";
import { ReviewPage } from "./review-page.tsx";
import { SendPage } from "./send-page.tsx";
import { inventoryTexts } from "./texts.ts";

export function importRoutes(routes: Routes, deps: Deps): void {
  routes.get("/parc/import", "manage-inventory", (c) => showSend(c, deps, newId()));
  routes.post("/parc/import", "manage-inventory", (c) => send(c, deps));
  routes.get("/parc/import/modele.csv", "manage-inventory", (c) => sendModel(c, deps));
  routes.get("/parc/import/:id", "manage-inventory", (c) => showReview(c, deps));
  routes.get("/parc/import/:id/rapport.csv", "manage-inventory", (c) => sendReport(c, deps));
  routes.get("/parc/import/:id/colonnes", "manage-inventory", (c) => showMatching(c, deps));
  routes.post("/parc/import/:id/colonnes", "manage-inventory", (c) => match(c, deps));
  routes.post("/parc/import/:id/confirmer", "manage-inventory", (c) => confirm(c, deps));
  routes.post("/parc/import/:id/annuler", "manage-inventory", (c) => undo(c, deps));
  routes.post("/parc/import/:id/abandonner", "manage-inventory", (c) => giveUp(c, deps));
}

async function showSend(c: AppContext, deps: Deps, formKey: string, message?: string): Promise<Response> {
  const language = c.get("language");
  const { title } = importTexts(language);
  const breadcrumbs = [{ label: inventoryTexts(language).crumb, href: "/parc" }, { label: title }];
  const recent = await readAuthority(deps.db, agentOfRequest(c).authorityId, recentImports);
  const errors = message === undefined ? undefined : [{ field: "fichier", message }];
  return show(
    c,
    { title, breadcrumbs, status: errors === undefined ? 200 : 422 },
    <SendPage language={language} formKey={formKey} errors={errors} recent={recent} />,
  );
}

async function send(c: AppContext, deps: Deps): Promise<Response> {
  const language = c.get("language");
  const form = await readForm(c);
  const id = keyOf<string>(form);
  const file = fileOf(form, "fichier");
  const t = importTexts(language).fileRefusals;
  if (file === undefined) return showSend(c, deps, id, t.required);
  if (file.size > FILE_BYTES_MAX) return showSend(c, deps, id, t["too-large"]);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const result = await sendImport(deps, agentOfRequest(c), { id, fileName: nameOf(file), bytes, words: IMPORT_WORDS });
  if (result.ok) return c.redirect(`/parc/import/${id}/colonnes`, 303);
  return result.error.kind === "not-allowed" ? forbidden(c) : showSend(c, deps, id, fileRefusalInWords(result.error, language));
}

/** A name that comes from outside: shown, never used as a path. */
function nameOf(file: File): string {
  const name = file.name
    .replace(/[\p{Cc}\p{Cs}]/gu, "")
    .trim()
    .slice(0, 200)
    .toWellFormed();
  return name === "" ? "liste.csv" : name;
}

async function showReview(c: AppContext, deps: Deps, status: 200 | 409 = 200): Promise<Response> {
  const id = c.req.param("id");
  const result = isUuid(id) ? await reviewImport(deps, agentOfRequest(c), { id, words: IMPORT_WORDS }) : undefined;
  if (result === undefined || !result.ok) return result?.error.kind === "not-allowed" ? forbidden(c) : notFound(c);
  const { file } = result.value;
  if (file.table !== null && !isMatched(file.matching?.columns ?? [])) return c.redirect(`/parc/import/${id}/colonnes`, 303);
  const language = c.get("language");
  const t = importTexts(language);
  const title = file.undoneAt !== null ? t.undoneTitle : file.report === null ? t.reviewTitle : t.reportTitle;
  const breadcrumbs = [
    { label: inventoryTexts(language).crumb, href: "/parc" },
    { label: t.title, href: "/parc/import" },
    { label: title },
  ];
  const page = Number(c.req.query("page"));
  const shown = Number.isInteger(page) && page >= 1 ? page : 1;
  return show(c, { title, breadcrumbs, status }, <ReviewPage language={language} review={result.value} page={shown} />);
}

async function confirm(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id");
  const result = isUuid(id) ? await confirmImport(deps, agentOfRequest(c), { id, words: IMPORT_WORDS }) : undefined;
  if (result === undefined) return notFound(c);
  if (result.ok) return c.redirect(`/parc/import/${id}`, 303);
  if (result.error.kind === "not-matched") return c.redirect(`/parc/import/${id}/colonnes`, 303);
  return result.error.kind === "not-allowed" ? forbidden(c) : notFound(c);
}

async function undo(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id");
  const result = isUuid(id) ? await undoImport(deps, agentOfRequest(c), { id }) : undefined;
  if (result === undefined) return notFound(c);
  if (!result.ok && result.error.kind === "not-allowed") return forbidden(c);
  if (!result.ok && result.error.kind === "not-found") return notFound(c);
  if (!result.ok) setFlash(c, "warning", importTexts(c.get("language")).notImported);
  return c.redirect(`/parc/import/${id}`, 303);
}

async function giveUp(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const t = importTexts(c.get("language"));
  const result = await giveUpImport(deps, agentOfRequest(c), { id });
  if (!result.ok && result.error.kind === "not-allowed") return forbidden(c);
  setFlash(c, result.ok ? "info" : "warning", result.ok ? t.givenUp : t.alreadyImported);
  return c.redirect(result.ok ? "/parc/import" : `/parc/import/${id}`, 303);
}

async function sendReport(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id");
  const result = isUuid(id) ? await reviewImport(deps, agentOfRequest(c), { id, words: IMPORT_WORDS }) : undefined;
  if (result === undefined || !result.ok) return result?.error.kind === "not-allowed" ? forbidden(c) : notFound(c);
  const language = c.get("language");
  return sendCsv(c, {
    name: importTexts(language).reportFileName,
    rows: reportRows(result.value.judged.refused, language),
    now: deps.now(),
  });
}

function sendModel(c: AppContext, deps: Deps): Response {
  const language = c.get("language");
  return sendCsv(c, { name: importTexts(language).modelFileName, rows: modelRows(language), now: deps.now() });
}
