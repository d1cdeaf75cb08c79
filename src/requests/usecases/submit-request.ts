import { authoritySettings, departmentsOf } from "#src/authorities/public.ts";
import { installationById } from "#src/inventory/public.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { dayOf } from "#src/kernel/dates.ts";
import { type InstallationId, newId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { type AuthorityTransaction, inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { deleteDraft } from "../db/drafts.ts";
import { insertRequest, loadForUpdate } from "../db/request-repository.ts";
import type { ContentOf } from "../domain/entries.ts";
import type { Need } from "../domain/need.ts";
import { write } from "./add-entry.ts";
import { tell } from "./tell.ts";

export type SubmitInput = {
  /** Made with the first page of the form, and kept by its draft: posted twice, the request is one. */
  readonly id: string;
  readonly need: Need;
  /** What is in service already and fits, says the requester: the request becomes an extension of it. */
  readonly fits: InstallationId | null;
};
export type SubmitRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "unknown-department" }
  | { readonly kind: "unknown-installation" };
export type Submitted = { readonly id: string; readonly reference: string };

/** A department states its need: the request is opened at gate 1. */
export function submitRequest(deps: Deps, agent: Agent, { id, need, fits }: SubmitInput): Promise<Result<Submitted, SubmitRefusal>> {
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    if (!agent.may("submit-request")) return refused({ kind: "not-allowed" });
    const already = await loadForUpdate(trx, id);
    if (already !== undefined) return ok({ id, reference: already.reference });
    if (!(await isOpenDepartment(trx, need.departmentId))) return refused({ kind: "unknown-department" });
    const installation = fits === null ? undefined : await installationById(trx, fits);
    if (fits !== null && (installation === undefined || installation.state === "retired")) return refused({ kind: "unknown-installation" });
    const fitting = installation === undefined ? null : { installationId: installation.id, name: installation.name };
    const reference = await open(trx, deps, agent, id, { kind: "need-submitted", need, fits: fitting });
    await deleteDraft(trx, agent.id, id);
    return ok({ id, reference });
  });
}

async function open(
  trx: AuthorityTransaction,
  deps: Deps,
  agent: Agent,
  id: string,
  content: ContentOf<"need-submitted">,
): Promise<string> {
  const at = deps.now();
  const head = { id, departmentId: content.need.departmentId, submittedBy: agent.id, submittedAt: at, round: 1, previousId: null };
  const request = await insertRequest(trx, head, Number(dayOf(at).slice(0, 4)));
  if (request === undefined) throw new Error("A request appeared while its authority's numbers were held");
  const settings = await authoritySettings(trx);
  const submitted = await write(trx, deps, agent, "submit-request", request, newId<string>(), content, settings);
  await tell(trx, deps, agent, submitted.request, submitted.entry);
  if (content.fits === null) return request.reference;
  // What the requester points at is a candidate at once: a reviewer has but to examine it.
  const { installationId, name } = content.fits;
  const candidate = {
    id: newId<string>(),
    gate: "in-house",
    name,
    origin: { type: "installation", installationId },
    licence: null,
  } as const;
  await write(trx, deps, agent, "submit-request", submitted.request, newId<string>(), { kind: "candidate-added", candidate }, settings);
  return request.reference;
}

async function isOpenDepartment(trx: AuthorityTransaction, id: string): Promise<boolean> {
  return (await departmentsOf(trx)).some((department) => department.id === id);
}
