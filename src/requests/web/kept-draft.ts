import { isUuid } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { type FormValues, typedAll } from "#src/platform/http/form.ts";
import { type Draft, draftOf } from "../db/drafts.ts";
import { PERSONAL_DATA } from "../domain/need.ts";
import { saveDraft } from "../usecases/save-draft.ts";

/** A field has one value, but for boxes to tick. */
const mostTyped = (name: string): number => (name === "donnees" ? PERSONAL_DATA.length : 1);

/** A page of a draft, given what was typed in it. */
export type DraftWork = (c: AppContext, deps: Deps, draft: Draft, form: FormValues) => Response | Promise<Response>;

/** The draft and what was typed in it; where it was submitted already, its request; elsewhere, nothing. */
export async function withDraft(c: AppContext, deps: Deps, work: DraftWork): Promise<Response> {
  const agent = agentOfRequest(c);
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const draft = await readAuthority(deps.db, agent.authorityId, (reader) => draftOf(reader, agent.id, id));
  if (draft !== undefined) return work(c, deps, draft, formOf(draft.content));
  return c.req.method === "POST" ? c.redirect(`/demandes/${id}`, 303) : notFound(c);
}

/** What was kept, as a form gives it: each name has its list, also where one value was kept alone. */
function formOf(content: Draft["content"]): FormValues {
  return Object.fromEntries(
    Object.entries(content).map(([name, kept]) => [name, [kept].flat().filter((value) => typeof value === "string")]),
  );
}

type Kept = {
  readonly id: string;
  readonly form: FormValues;
  /** Fields of the page. */
  readonly names: readonly string[];
  readonly to: string;
  readonly flash?: string;
};

/** Beside what was kept of the other page. What the form does not ask is not kept: it was not checked. */
export async function keep(c: AppContext, deps: Deps, { id, form, names, to, flash }: Kept): Promise<Response> {
  const agent = agentOfRequest(c);
  const before = await readAuthority(deps.db, agent.authorityId, (reader) => draftOf(reader, agent.id, id));
  const fresh = Object.fromEntries(names.map((name) => [name, typedAll(form, name).slice(0, mostTyped(name))]));
  const saved = await saveDraft(deps, agent, { id, typed: { ...before?.content, ...fresh } });
  if (!saved.ok) return notFound(c);
  if (flash !== undefined) setFlash(c, "success", flash);
  return c.redirect(to, 303);
}
