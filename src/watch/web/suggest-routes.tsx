import { z } from "zod";
import { departmentsOf } from "#src/authorities/public.ts";
import { newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { type FormIssue, field, parseForm, readForm } from "#src/platform/http/form.ts";
import { keyOf } from "#src/platform/http/form-marks.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { counted } from "#src/platform/ui/format.ts";
import { canonicalSoftware } from "../db/canonical-software.ts";
import { toldByDepartment } from "../db/suggestions.ts";
import { LONGEST_REASON } from "../domain/suggestion.ts";
import { ANSWERING_ROLES, suggestSoftware } from "../usecases/suggest-software.ts";
import { SuggestPage, type SuggestPageProps } from "./suggest-page.tsx";
import { watchTexts } from "./texts.ts";

const PATH = "/catalogue/:slug/proposer";
const FIELDS = z.object({ service: field.id(), raison: field.text(LONGEST_REASON) });

/** A reviewer proposes a software to a department. */
export function suggestRoutes(routes: Routes, deps: Deps): void {
  routes.get(PATH, "review-requests", (c) => showForm(c, deps));
  routes.post(PATH, "review-requests", (c) => suggest(c, deps));
}

async function suggest(c: AppContext, deps: Deps): Promise<Response> {
  const form = await readForm(c);
  const language = c.get("language");
  const t = watchTexts(language);
  const id = keyOf<string>(form);
  const again = (issues: readonly FormIssue[]): Promise<Response> =>
    showForm(c, deps, { newKey: id, values: valuesOf(form), errors: messagesOf(issues, language, t.issues) }, 422);
  const parsed = parseForm(FIELDS, form);
  if (!parsed.ok) return again(parsed.error);
  const { service: departmentId, raison: reason } = parsed.value;
  const slug = c.req.param("slug") ?? "";
  const result = await suggestSoftware(deps, agentOfRequest(c), { id, slug, departmentId, reason });
  if (result.ok) {
    const { told } = result.value;
    if (told === 0) setFlash(c, "warning", t.suggestion.sentToNobody);
    else setFlash(c, "success", t.suggestion.sent(counted(told, t.suggestion.people, language)));
    return c.redirect(`/catalogue/${slug}`, 303);
  }
  const { kind } = result.error;
  if (kind === "not-allowed") return forbidden(c);
  if (kind === "not-found") return notFound(c);
  return again([{ field: "service", code: kind === "unknown-department" ? "unknown-choice" : kind }]);
}

async function showForm(c: AppContext, deps: Deps, refused: Partial<SuggestPageProps> = {}, status: 200 | 422 = 200): Promise<Response> {
  const language = c.get("language");
  const read = await readAuthority(deps.db, agentOfRequest(c).authorityId, async (reader) => ({
    software: await canonicalSoftware(reader, c.req.param("slug") ?? ""),
    departments: await departmentsOf(reader),
    people: await toldByDepartment(reader, ANSWERING_ROLES),
  }));
  const { software, ...rest } = read;
  if (software === undefined) return notFound(c);
  const t = watchTexts(language);
  const title = t.suggestion.title(software.name);
  const breadcrumbs = [
    { label: t.catalogue, href: "/catalogue" },
    { label: software.name, href: `/catalogue/${software.slug}` },
    { label: t.suggest },
  ];
  const page = <SuggestPage language={language} software={software} newKey={newId()} {...rest} {...refused} />;
  return show(c, { title, breadcrumbs, status }, page);
}
