import { z } from "zod";
import { dayOf } from "#src/kernel/dates.ts";
import { isUuid, newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { type FormIssue, type FormValues, field, fileOf, parseForm, readForm } from "#src/platform/http/form.ts";
import { keyOf } from "#src/platform/http/form-marks.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import type { SentInput } from "../db/import-inputs.ts";
import { importById, linesOfImport } from "../db/imports.ts";
import { sourceById } from "../db/sources.ts";
import { SOURCE_FORMATS } from "../domain/source-record.ts";
import { OUTCOMES } from "../domain/statement.ts";
import { askImport } from "../usecases/ask-import.ts";
import { stopImport } from "../usecases/stop-import.ts";
import { LINES_A_PAGE, ProgressPage } from "./progress-page.tsx";
import { reportFile } from "./report-file.ts";
import { SendPage } from "./send-page.tsx";
import { sourcePagesTexts } from "./texts.ts";

export function importRoutes(routes: Routes, deps: Deps): void {
  routes.get("/catalogue/sources/import", "manage-catalogue", (c) => showSend(c, newId()));
  routes.post("/catalogue/sources/import", "manage-catalogue", (c) => send(c, deps));
  routes.get("/catalogue/imports/:id", "read-catalogue", (c) => showImport(c, deps));
  routes.get("/catalogue/imports/:id/compte-rendu.csv", "read-catalogue", (c) => sendReport(c, deps));
  routes.post("/catalogue/imports/:id/arreter", "manage-catalogue", (c) => stop(c, deps));
}

function showSend(c: AppContext, formKey: string, sent?: FormValues, issues: readonly FormIssue[] = []): Promise<Response> {
  const language = c.get("language");
  const t = sourcePagesTexts(language);
  const breadcrumbs = [{ label: t.catalogue, href: "/catalogue" }, { label: t.title, href: "/catalogue/sources" }, { label: t.send.title }];
  const errors = messagesOf(issues, language, { neither: t.send.neither, both: t.send.both });
  return show(
    c,
    { title: t.send.title, breadcrumbs, status: issues.length === 0 ? 200 : 422 },
    <SendPage
      language={language}
      formKey={formKey}
      format={c.req.query("format")}
      values={sent === undefined ? undefined : valuesOf(sent)}
      errors={errors}
    />,
  );
}

const sendSchema = z.object({ format: field.choice(SOURCE_FORMATS), adresse: field.optionalWeb() });

async function send(c: AppContext, deps: Deps): Promise<Response> {
  const form = await readForm(c);
  const id = keyOf<string>(form);
  const parsed = parseForm(sendSchema, form);
  if (!parsed.ok) return showSend(c, id, form, parsed.error);
  const file = fileOf(form, "fichier");
  const { format, adresse: url } = parsed.value;
  if (file === undefined && url === null) return showSend(c, id, form, [{ field: "fichier", code: "neither" }]);
  if (file !== undefined && url !== null) return showSend(c, id, form, [{ field: "adresse", code: "both" }]);
  const sent: SentInput["sent"] =
    file === undefined
      ? { kind: "address", url: url ?? "" }
      : { kind: "file", name: nameOf(file), bytes: new Uint8Array(await file.arrayBuffer()) };
  const result = await askImport(deps, agentOfRequest(c), { id, format, sent });
  return result.ok ? c.redirect(`/catalogue/imports/${id}`, 303) : forbidden(c);
}

/** A name that comes from outside: shown, never used as a path. */
function nameOf(file: File): string {
  const name = file.name
    .replace(/[\p{Cc}\p{Cs}]/gu, "")
    .trim()
    .slice(0, 200)
    .toWellFormed();
  return name === "" ? "source" : name;
}

async function showImport(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const agent = agentOfRequest(c);
  const language = c.get("language");
  const outcome = OUTCOMES.find((each) => each === c.req.query("resultat"));
  const asked = Number(c.req.query("page"));
  const page = Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1;
  const found = await readAuthority(deps.db, agent.authorityId, async (reader) => {
    const report = await importById(reader, id);
    if (report === undefined) return undefined;
    const lines = await linesOfImport(reader, id, { outcome, limit: LINES_A_PAGE, offset: (page - 1) * LINES_A_PAGE });
    return { report, lines, source: await sourceById(reader, report.sourceId) };
  });
  if (found === undefined) return notFound(c);
  const { report, lines, source } = found;
  const t = sourcePagesTexts(language);
  const sourceName = source?.name ?? report.sourceId;
  const breadcrumbs = [
    { label: t.catalogue, href: "/catalogue" },
    { label: t.title, href: "/catalogue/sources" },
    { label: t.progress.crumb },
  ];
  return show(
    c,
    { title: t.progress.title(sourceName), breadcrumbs },
    <ProgressPage {...{ language, report, sourceName, lines, outcome, page }} mayStop={agent.may("manage-catalogue")} />,
  );
}

async function sendReport(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id");
  const { authorityId } = agentOfRequest(c);
  const known = isUuid(id) ? await readAuthority(deps.db, authorityId, (reader) => importById(reader, id)) : undefined;
  if (known === undefined) return notFound(c);
  const language = c.get("language");
  const body = reportFile(
    (offset, limit) => readAuthority(deps.db, authorityId, (reader) => linesOfImport(reader, known.id, { limit, offset })),
    language,
  );
  const name = `${sourcePagesTexts(language).progress.fileName}-${known.sourceId}-${dayOf(known.startedAt)}.csv`;
  return c.body(body, 200, { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${name}"` });
}

async function stop(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const result = await stopImport(deps, agentOfRequest(c), { id });
  if (result.ok) return c.redirect(`/catalogue/imports/${id}`, 303);
  return result.error.kind === "not-allowed" ? forbidden(c) : notFound(c);
}
