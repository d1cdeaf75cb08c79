import { departmentsOf } from "#src/authorities/public.ts";
import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { dayOf, type LocalDate } from "#src/kernel/dates.ts";
import type { InstallationId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { declaredUnder, lockNames } from "../db/declared-names.ts";
import { installationById } from "../db/installations.ts";
import { softwareByName } from "../db/software-by-name.ts";
import { insertStandings } from "../db/standings.ts";
import { insertInstallation } from "../db/write-installation.ts";
import { type DetailsRefusal, detailsRefusals } from "../domain/details.ts";
import type { Facts } from "../domain/installation.ts";
import { stoodAtDeclaration } from "../domain/standing.ts";
import { type DayRefusal, type DeclarableState, dayRefusal } from "../domain/state.ts";

export type DeclareInput = {
  /** Made when the form was shown: the same form twice is one installation. */
  readonly id: InstallationId;
  readonly facts: Facts;
  readonly state: DeclarableState;
  readonly inServiceOn: LocalDate | null;
  /** Said by the person: it bears the name of one declared already, and is another. */
  readonly another: boolean;
};
export type DeclareRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "unknown-department" }
  | { readonly kind: "unknown-answerable" }
  | { readonly kind: "contradictory"; readonly contradictions: readonly DetailsRefusal[] }
  | { readonly kind: "already-declared"; readonly id: InstallationId; readonly name: string }
  | DayRefusal;

/** Somebody declares software that the authority runs; when the catalogue knows its name, they are linked. */
export async function declareInstallation(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  input: DeclareInput,
): Promise<Result<{ readonly id: InstallationId }, DeclareRefusal>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const { id, facts, state, inServiceOn, another } = input;
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    await lockNames(trx);
    if ((await installationById(trx, id)) !== undefined) return ok({ id });
    const open = new Set((await departmentsOf(trx)).map((department) => department.id));
    if (!facts.departmentIds.every((departmentId) => open.has(departmentId))) return refused({ kind: "unknown-department" });
    if (facts.answerableDepartmentId !== null && !open.has(facts.answerableDepartmentId)) return refused({ kind: "unknown-answerable" });
    const contradictions = detailsRefusals(facts);
    if (contradictions.length > 0) return refused({ kind: "contradictory", contradictions });
    const wrongDay = dayRefusal(state, inServiceOn, dayOf(at));
    if (wrongDay !== undefined) return refused(wrongDay);
    const same = another ? undefined : await declaredUnder(trx, facts.name);
    if (same !== undefined) return refused({ kind: "already-declared", ...same });
    const softwareSlug = (await softwareByName(trx, [facts.name])).get(facts.name)?.slug ?? null;
    const standing = { state, inServiceOn, retiredOn: null };
    await insertInstallation(trx, { id, facts, softwareSlug, standing, requestId: null, by: agent.id, at });
    await insertStandings(trx, [{ installationId: id, history: stoodAtDeclaration(state, inServiceOn, dayOf(at)) }]);
    const content = { ...facts, softwareSlug, state, inServiceOn };
    const by = { id: agent.id, role: roleFor(agent, "manage-inventory") };
    await journal(trx, { what: "installation-declared", subject: { type: "installation", id }, content, by, at });
    return ok({ id });
  });
}
