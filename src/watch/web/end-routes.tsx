import { z } from "zod";
import type { LocalDate } from "#src/kernel/dates.ts";
import { isUuid, newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { type FormIssue, type FormValues, field, type Parsed, parseForm, readForm } from "#src/platform/http/form.ts";
import { keyOf, versionOf } from "#src/platform/http/form-marks.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { canonicalSoftware } from "../db/canonical-software.ts";
import { declaredEnd } from "../db/declared-ends.ts";
import { type DeclaredEnd, type EndFacts, LONGEST_CYCLE } from "../domain/declared-end.ts";
import { declareEnd } from "../usecases/declare-end.ts";
import { editEnd } from "../usecases/edit-end.ts";
import { removeDeclaredEnd } from "../usecases/remove-end.ts";
import { differences, EndPage, type EndPageProps } from "./end-page.tsx";
import { watchTexts } from "./texts.ts";

const NEW = "/catalogue/:slug/fins-de-vie/nouvelle";
const EDIT = "/catalogue/:slug/fins-de-vie/:fin/modifier";

/** Ends of life that the authority enters itself. */
export function endRoutes(routes: Routes, deps: Deps): void {
  routes.get(NEW, "correct-catalogue", (c) => showEnd(c, deps, undefined));
  routes.post(NEW, "correct-catalogue", (c) => enter(c, deps));
  routes.get(EDIT, "correct-catalogue", async (c) => {
    const stored = await storedEnd(c, deps);
    if (stored === undefined) return notFound(c);
    return stored.removedAt === null ? showEnd(c, deps, stored) : backTo(c, stored.slug, "warning", "alreadyRemoved");
  });
  routes.post(EDIT, "correct-catalogue", (c) => edit(c, deps));
  routes.post("/catalogue/:slug/fins-de-vie/:fin/suppression", "correct-catalogue", async (c) => {
    const stored = await storedEnd(c, deps);
    if (stored === undefined) return notFound(c);
    const result = await removeDeclaredEnd(deps, agentOfRequest(c), stored);
    if (!result.ok) return result.error.kind === "not-allowed" ? forbidden(c) : notFound(c);
    return backTo(c, stored.slug, "success", "removed");
  });
}

async function enter(c: AppContext, deps: Deps): Promise<Response> {
  const form = await readForm(c);
  const id = keyOf<string>(form);
  const again = (issues: readonly FormIssue[]): Promise<Response> =>
    showEnd(c, deps, undefined, { newKey: id, ...refusedWith(c, form, issues) }, 422);
  const parsed = parseEnd(form);
  if (!parsed.ok) return again(parsed.error);
  const result = await declareEnd(deps, agentOfRequest(c), { id, slug: c.req.param("slug") ?? "", facts: parsed.value });
  if (result.ok) return backTo(c, result.value.slug, "success", "saved");
  if (result.error.kind === "not-allowed") return forbidden(c);
  return result.error.kind === "not-found" ? notFound(c) : again([{ field: "version", code: result.error.kind }]);
}

async function edit(c: AppContext, deps: Deps): Promise<Response> {
  const stored = await storedEnd(c, deps);
  if (stored === undefined) return notFound(c);
  const form = await readForm(c);
  const version = versionOf(form);
  const again = (issues: readonly FormIssue[]): Promise<Response> =>
    showEnd(c, deps, stored, { version, ...refusedWith(c, form, issues) }, 422);
  const parsed = parseEnd(form);
  if (!parsed.ok) return again(parsed.error);
  const result = await editEnd(deps, agentOfRequest(c), { id: stored.id, slug: stored.slug, version, facts: parsed.value });
  if (result.ok) return backTo(c, stored.slug, "success", "saved");
  const { error } = result;
  if (error.kind === "not-allowed") return forbidden(c);
  if (error.kind === "not-found") return notFound(c);
  if (error.kind === "removed") return backTo(c, stored.slug, "warning", "alreadyRemoved");
  if (error.kind !== "stale") return again([{ field: "version", code: error.kind }]);
  const language = c.get("language");
  const { current } = error;
  const conflict = {
    changedBy: current.declaredByName ?? watchTexts(language).page.somebody,
    changedAt: current.declaredAt.toISOString(),
    fields: differences(parsed.value, current, language),
  };
  return showEnd(c, deps, current, { values: valuesOf(form), conflict }, 409);
}

function parseEnd(form: FormValues): Parsed<EndFacts> {
  const parsed = parseForm(z.object({ version: field.line(LONGEST_CYCLE), fin: field.day(), adresse: field.web() }), form);
  if (!parsed.ok) return parsed;
  const { version, fin, adresse } = parsed.value;
  return { ok: true, value: { cycle: version, endsOn: fin as LocalDate, readAtUrl: adresse } };
}

function refusedWith(c: AppContext, form: FormValues, issues: readonly FormIssue[]): Partial<EndPageProps> {
  const language = c.get("language");
  return { values: valuesOf(form), errors: messagesOf(issues, language, watchTexts(language).issues) };
}

/** The one of this address, under this software; undefined for a neighbour's and for what was never entered. */
function storedEnd(c: AppContext, deps: Deps): Promise<DeclaredEnd | undefined> {
  const id = c.req.param("fin");
  const slug = c.req.param("slug") ?? "";
  if (!isUuid(id)) return Promise.resolve(undefined);
  return readAuthority(deps.db, agentOfRequest(c).authorityId, async (reader) => {
    const stored = await declaredEnd(reader, id);
    return stored !== undefined && stored.slug === (await canonicalSoftware(reader, slug))?.slug ? stored : undefined;
  });
}

async function showEnd(
  c: AppContext,
  deps: Deps,
  stored: DeclaredEnd | undefined,
  refused: Partial<EndPageProps> = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const slug = c.req.param("slug") ?? "";
  const software = await readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) => canonicalSoftware(reader, slug));
  if (software === undefined) return notFound(c);
  const language = c.get("language");
  const texts = watchTexts(language);
  const t = texts.end;
  const title = stored === undefined ? t.titleNew(software.name) : t.titleEdit(software.name);
  const breadcrumbs = [
    { label: texts.catalogue, href: "/catalogue" },
    { label: software.name, href: `/catalogue/${software.slug}` },
    { label: stored === undefined ? texts.page.addEnd : texts.page.editEnd },
  ];
  const page = <EndPage language={language} software={software} stored={stored} newKey={newId()} {...refused} />;
  return show(c, { title, breadcrumbs, status }, page);
}

function backTo(c: AppContext, slug: string, kind: "success" | "warning", said: "saved" | "removed" | "alreadyRemoved"): Response {
  setFlash(c, kind, watchTexts(c.get("language")).end[said]);
  return c.redirect(`/catalogue/${slug}`, 303);
}
