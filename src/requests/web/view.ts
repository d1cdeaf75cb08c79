import { type AuthoritySettings, authoritySettings, type Department, departmentsOf, peopleOf } from "#src/authorities/public.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { isUuid, type PersonId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { loadRequest } from "../db/request-repository.ts";
import { nextRoundOf } from "../db/rounds.ts";
import type { Gate } from "../domain/gates.ts";
import type { Need } from "../domain/need.ts";
import { needOf, type Progress, progressOf, type SoftwareRequest } from "../domain/request.ts";
import { type Summary, summaryOf } from "../domain/summary.ts";

/** Everything that the pages of one request show, read in one transaction. */
export type RequestView = {
  readonly request: SoftwareRequest;
  readonly progress: Progress;
  readonly summary: Summary;
  readonly need: Need;
  readonly settings: AuthoritySettings;
  readonly departments: readonly Department[];
  readonly nextRoundId: string | undefined;
  readonly nameOf: (personId: string) => string;
  readonly departmentName: (id: string) => string;
};

/** Undefined for what does not exist, and for what is another authority's. */
export function viewRequest({ db }: Pick<Deps, "db">, agent: Agent, id: string | undefined): Promise<RequestView | undefined> {
  if (!isUuid(id)) return Promise.resolve(undefined);
  return readAuthority(db, agent.authorityId, async (reader) => {
    const request = await loadRequest(reader, id);
    if (request === undefined) return undefined;
    const settings = await authoritySettings(reader);
    const departments = await departmentsOf(reader, { withClosed: true });
    const people = await peopleOf(reader, [...new Set(request.entries.map(({ personId }) => personId as PersonId))]);
    const progress = progressOf(request);
    return {
      request,
      progress,
      summary: summaryOf(request, settings.targetDays),
      need: needOf(request),
      settings,
      departments,
      nextRoundId: progress.status === "searching" ? undefined : await nextRoundOf(reader, id),
      nameOf: (personId) => people.get(personId as PersonId)?.name ?? "",
      departmentName: (departmentId) => departments.find((department) => department.id === departmentId)?.pathName ?? "",
    };
  });
}

/** The gate at which the request stands; the last one, where all were left without a solution. */
export function gateOf({ progress }: RequestView): Gate {
  return "gate" in progress ? progress.gate : "in-house-development";
}
