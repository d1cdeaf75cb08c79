import { departmentsOf } from "#src/authorities/public.ts";
import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { dayOf, type LocalDate } from "#src/kernel/dates.ts";
import type { InstallationId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { type Change, lastChangeOf } from "../db/changes.ts";
import { installationForUpdate } from "../db/installations.ts";
import { softwareByName } from "../db/software-by-name.ts";
import { replaceStandings, standingsOf } from "../db/standings.ts";
import { replaceFacts } from "../db/write-installation.ts";
import { type DetailsRefusal, detailsRefusals } from "../domain/details.ts";
import { type Facts, type Installation, isSame } from "../domain/installation.ts";
import { stoodSince } from "../domain/standing.ts";
import { type DayRefusal, dayRefusal } from "../domain/state.ts";

export type EditInput = {
  readonly id: InstallationId;
  /** The version that was read when the form was shown. */
  readonly version: number;
  readonly facts: Facts;
  /** Corrects since when it is in service; of an installation that answers a request, that day is the request's and stays. */
  readonly inServiceOn: LocalDate | null;
};
export type Stale = { readonly kind: "stale"; readonly current: Installation; readonly change: Change | undefined };
export type EditRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "not-found" }
  | { readonly kind: "retired" }
  | { readonly kind: "unknown-department" }
  | { readonly kind: "unknown-answerable" }
  | { readonly kind: "contradictory"; readonly contradictions: readonly DetailsRefusal[] }
  | DayRefusal
  | Stale;

/** Somebody corrects what is declared of an installation. What another person changed meanwhile is shown, never overwritten. */
export async function editInstallation(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  input: EditInput,
): Promise<Result<{ readonly id: InstallationId }, EditRefusal>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const { id, version, facts } = input;
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    const current = await installationForUpdate(trx, id);
    if (current === undefined) return refused({ kind: "not-found" });
    const inServiceOn = current.requestId === null ? input.inServiceOn : current.inServiceOn;
    if (isSame(current, facts, inServiceOn)) return ok({ id });
    if (current.version !== version) return refused({ kind: "stale", current, change: await lastChangeOf(trx, id) });
    if (current.state === "retired") return refused({ kind: "retired" });
    const allowed = new Set([...(await departmentsOf(trx)), ...current.departments].map((department) => department.id));
    if (!facts.departmentIds.every((departmentId) => allowed.has(departmentId))) return refused({ kind: "unknown-department" });
    const answers = facts.answerableDepartmentId;
    if (answers !== null && answers !== current.answerableDepartmentId && !allowed.has(answers))
      return refused({ kind: "unknown-answerable" });
    const contradictions = detailsRefusals(facts);
    if (contradictions.length > 0) return refused({ kind: "contradictory", contradictions });
    const wrongDay = dayRefusal(current.state, inServiceOn, dayOf(at));
    if (wrongDay !== undefined) return refused(wrongDay);
    const softwareSlug =
      facts.name === current.name ? current.softwareSlug : ((await softwareByName(trx, [facts.name])).get(facts.name)?.slug ?? null);
    await replaceFacts(trx, id, { facts, softwareSlug, inServiceOn });
    if (inServiceOn !== null && inServiceOn !== current.inServiceOn)
      await replaceStandings(trx, id, stoodSince(await standingsOf(trx, id), inServiceOn));
    const by = { id: agent.id, role: roleFor(agent, "manage-inventory") };
    const content = { ...facts, softwareSlug, inServiceOn, version: version + 1 };
    await journal(trx, { what: "installation-edited", subject: { type: "installation", id }, content, by, at });
    return ok({ id });
  });
}
