import { chooseInstallations } from "#src/inventory/public.ts";
import { isUuid, newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { type FormIssue, readForm, typed } from "#src/platform/http/form.ts";
import { keyOf, versionOf } from "#src/platform/http/form-marks.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { installationNamed, membersByName } from "../db/holders.ts";
import { skillById } from "../db/skills.ts";
import type { SkillId } from "../domain/skill.ts";
import { editSkill } from "../usecases/edit-skill.ts";
import { removeSkill } from "../usecases/remove-skill.ts";
import { saySkill } from "../usecases/say-skill.ts";
import { differences } from "./differences.ts";
import { AddPage, EditPage, type EditPageProps, type Refused } from "./form-pages.tsx";
import { SKILLS_PATH } from "./listing.ts";
import { FIELD_OF_REFUSAL, parseCorrection, parseSkill } from "./skill-form.ts";
import { skillTexts } from "./texts.ts";

export function formRoutes(routes: Routes, deps: Deps): void {
  routes.get(`${SKILLS_PATH}/nouveau`, "manage-inventory", (c) => showAdd(c, deps, newId(), c.req.query("installation") ?? ""));
  routes.post(`${SKILLS_PATH}/nouveau`, "manage-inventory", (c) => add(c, deps));
  routes.get(`${SKILLS_PATH}/:id/modifier`, "manage-inventory", (c) => showEdit(c, deps));
  routes.post(`${SKILLS_PATH}/:id/modifier`, "manage-inventory", (c) => edit(c, deps));
  routes.post(`${SKILLS_PATH}/:id/retrait`, "manage-inventory", (c) => remove(c, deps));
}

async function add(c: AppContext, deps: Deps): Promise<Response> {
  const form = await readForm(c);
  const id = keyOf<SkillId>(form);
  const asked = typed(form, "installation");
  const values = valuesOf(form);
  const parsed = parseSkill(form);
  if (!parsed.ok) return showAdd(c, deps, id, asked, { values, errors: errorsIn(c, parsed.error) }, 422);
  const result = await saySkill(deps, agentOfRequest(c), { id, facts: parsed.value });
  if (result.ok) return done(c, parsed.value.installationId, "added");
  const { error } = result;
  if (error.kind === "not-allowed") return forbidden(c);
  const errors = errorsIn(c, [{ field: FIELD_OF_REFUSAL[error.kind], code: error.kind }]);
  const said = error.kind === "already-said" ? error.id : undefined;
  return showAdd(c, deps, id, asked, { values, errors, said }, said === undefined ? 422 : 409);
}

async function edit(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const language = c.get("language");
  const form = await readForm(c);
  const values = valuesOf(form);
  const parsed = parseCorrection(form);
  if (!parsed.ok) return showEdit(c, deps, { values, errors: errorsIn(c, parsed.error) }, 422);
  const version = versionOf(form);
  const result = await editSkill(deps, agentOfRequest(c), { id: id as SkillId, version, facts: parsed.value });
  if (result.ok) return done(c, result.value.installationId, "edited");
  const { error } = result;
  if (error.kind === "not-allowed") return forbidden(c);
  if (error.kind === "not-found") return notFound(c);
  if (error.kind !== "stale") {
    const errors = errorsIn(c, [{ field: FIELD_OF_REFUSAL[error.kind], code: error.kind }]);
    const said = error.kind === "already-said" ? error.id : undefined;
    return showEdit(c, deps, { values, errors, said }, said === undefined ? 422 : 409);
  }
  const { current, change } = error;
  const members = await readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) => membersByName(reader));
  const conflict = {
    changedBy: change?.byName ?? skillTexts(language).form.somebody,
    changedAt: (change?.at ?? deps.now()).toISOString(),
    fields: differences(parsed.value, current, members, language),
  };
  return showEdit(c, deps, { values, conflict }, 409);
}

async function remove(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const result = await removeSkill(deps, agentOfRequest(c), { id: id as SkillId });
  if (!result.ok) return result.error.kind === "not-allowed" ? forbidden(c) : notFound(c);
  return done(c, result.value.installationId, "removed");
}

function done(c: AppContext, installationId: string, what: "added" | "edited" | "removed"): Response {
  setFlash(c, "success", skillTexts(c.get("language")).form[what]);
  return c.redirect(`/parc/${installationId}#savoir-faire`, 303);
}

function errorsIn(c: AppContext, issues: readonly FormIssue[]): ReturnType<typeof messagesOf> {
  return messagesOf(issues, c.get("language"), skillTexts(c.get("language")).issues);
}

const MOST_CHOICES = 500;

async function showAdd(
  c: AppContext,
  deps: Deps,
  formKey: string,
  asked: string,
  refused: Refused = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const language = c.get("language");
  const t = skillTexts(language);
  const read = await readAuthority(deps.db, agentOfRequest(c).authorityId, async (reader) => {
    const installation = isUuid(asked) ? await installationNamed(reader, asked) : undefined;
    const choices = installation === undefined ? await chooseInstallations(reader, { search: "", limit: MOST_CHOICES }) : [];
    return { installation, choices, members: await membersByName(reader) };
  });
  const breadcrumbs = [{ label: t.crumb, href: "/parc" }, { label: t.title, href: SKILLS_PATH }, { label: t.add }];
  return show(c, { title: t.add, breadcrumbs, status }, <AddPage language={language} formKey={formKey} {...read} {...refused} />);
}

async function showEdit(
  c: AppContext,
  deps: Deps,
  refused: Refused & Pick<EditPageProps, "conflict"> = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const read = await readAuthority(deps.db, agentOfRequest(c).authorityId, async (reader) => {
    const stored = await skillById(reader, id);
    const installation = stored === undefined ? undefined : await installationNamed(reader, stored.installationId);
    return stored === undefined || installation === undefined ? undefined : { stored, installation, members: await membersByName(reader) };
  });
  if (read === undefined) return notFound(c);
  const language = c.get("language");
  const t = skillTexts(language);
  const title = t.form.editTitle(read.stored.name, read.installation.name);
  const breadcrumbs = [{ label: t.crumb, href: "/parc" }, { label: t.title, href: SKILLS_PATH }, { label: title }];
  return show(c, { title, breadcrumbs, status }, <EditPage language={language} {...read} {...refused} />);
}
