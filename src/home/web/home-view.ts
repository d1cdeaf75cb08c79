import { peopleHolding } from "#src/authorities/public.ts";
import { type FreeShare, shareOfFree } from "#src/inventory/public.ts";
import type { Agent } from "#src/kernel/agent.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { ROLES } from "#src/kernel/rights.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type HomeRequests, homeRequests, type LeadTime, leadTime } from "#src/requests/public.ts";

export type HomeView = {
  readonly requests: HomeRequests;
  readonly share: FreeShare;
  readonly lead: LeadTime;
  /** How many people the authority has: asked only while it is new. */
  readonly people: number | undefined;
  /** True where the requests in progress are those of the reader's department alone. */
  readonly ofDepartment: boolean;
};

/** What one person's home page shows, in three queries. */
export function viewHome({ db }: Pick<Deps, "db">, agent: Agent, today: LocalDate): Promise<HomeView> {
  const departmentId = seesAll(agent) ? null : agent.departmentId;
  return readAuthority(db, agent.authorityId, async (reader) => {
    const requests = await homeRequests(reader, {
      personId: agent.id,
      today,
      reviews: agent.may("review-requests"),
      countersigns: agent.may("countersign"),
      submits: agent.may("submit-request"),
      departmentId,
    });
    const share = await shareOfFree(reader, today);
    const common = { requests, share, ofDepartment: departmentId !== null };
    if (requests.isNew) return { ...common, lead: { days: null, served: 0 }, people: (await peopleHolding(reader, ROLES)).length };
    return { ...common, lead: await leadTime(reader, today), people: undefined };
  });
}

/** A requester looks at their department; those who watch over the procedure, or answer for it, at the whole authority. */
function seesAll(agent: Agent): boolean {
  return !agent.may("submit-request") || agent.may("review-requests") || agent.may("countersign") || agent.may("manage-settings");
}
