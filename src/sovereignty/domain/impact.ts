import { addMonths, daysBetween, type LocalDate } from "#src/kernel/dates.ts";
import type { InstallationId } from "#src/kernel/ids.ts";
import type { Cents } from "#src/kernel/money.ts";
import { contractsWith, type Event, hitFirst, stopsService } from "./event.ts";
import type { Holding, Node, RunningContract, World } from "./world.ts";

/** An installation that is hit. `through`: what it needs, nearest first, down to what was hit first; empty where it is hit itself. */
export type Hit = { readonly node: Node; readonly through: readonly Node[] };

export type HitDepartment = { readonly id: string; readonly name: string; readonly installations: number };

export type HitContract = RunningContract & {
  /** Cents from today to the end of the running term, excluding tax; null where the amount or the end is not known. */
  readonly remaining: Cents | null;
  /** Cents more over the same time; null but for a rise. */
  readonly rise: Cents | null;
  readonly noticeIsPast: boolean;
};

/** What one can no longer do for an installation when somebody leaves. `left`: who else can. */
export type LostSkill = { readonly node: Node; readonly ability: string; readonly left: readonly Holding[] };

export type Impact = {
  readonly hits: readonly Hit[];
  readonly departments: readonly HitDepartment[];
  /** Sum over the installations whose users are known: somebody who uses two counts twice. */
  readonly users: { readonly known: number; readonly unknown: number };
  readonly contracts: readonly HitContract[];
  readonly lost: readonly LostSkill[];
};

/** Pure: who is hit by an event, by way of dependencies, and what it costs. */
export function impactOf(world: World, event: Event): Impact {
  const first = hitFirst(world, event);
  const hits = stopsService(event) ? withDependants(world, first) : first.map((node) => ({ node, through: [] }));
  const nodes = hits.map(({ node }) => node);
  return {
    hits,
    departments: departmentsOf(nodes),
    users: {
      known: nodes.reduce((sum, { users }) => sum + (users ?? 0), 0),
      unknown: nodes.filter(({ users }) => users === null).length,
    },
    contracts: contractsHit(world, event, first),
    lost: event.kind === "person-leaves" ? skillsLost(world, event.personId) : [],
  };
}

/** Nearest first; each once, by the shortest way, whatever loops there are. */
function withDependants({ nodes, needs }: World, first: readonly Node[]): readonly Hit[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const dependants = new Map<InstallationId, InstallationId[]>();
  for (const { installationId, neededId } of needs) dependants.set(neededId, [...(dependants.get(neededId) ?? []), installationId]);
  const hits = new Map<InstallationId, Hit>(first.map((node) => [node.id, { node, through: [] }]));
  // A map grows while it is walked: what is added comes after.
  for (const [id, { node, through }] of hits)
    for (const dependant of dependants.get(id) ?? []) {
      const other = byId.get(dependant);
      if (other !== undefined && !hits.has(dependant)) hits.set(dependant, { node: other, through: [node, ...through] });
    }
  return [...hits.values()];
}

function departmentsOf(nodes: readonly Node[]): readonly HitDepartment[] {
  const counted = new Map<string, HitDepartment>();
  for (const { departments } of nodes)
    for (const { id, name } of departments) counted.set(id, { id, name, installations: (counted.get(id)?.installations ?? 0) + 1 });
  return [...counted.values()].sort((one, other) => other.installations - one.installations || one.name.localeCompare(other.name, "fr"));
}

function contractsHit(world: World, event: Event, first: readonly Node[]): readonly HitContract[] {
  if (event.kind === "person-leaves") return [];
  const hit = new Set(first.map(({ id }) => id));
  const concerned =
    event.kind === "supplier-closes" || event.kind === "price-rises"
      ? contractsWith(world, event)
      : world.contracts.filter(({ covers }) => covers.some((id) => hit.has(id)));
  return concerned.map((contract) => {
    const remaining = remainingOf(contract, world.today);
    const rise = event.kind === "price-rises" && remaining !== null ? Math.round((remaining * event.percent) / 100) : null;
    return { ...contract, remaining, rise, noticeIsPast: contract.noticeBy !== null && contract.noticeBy < world.today };
  });
}

/** By whole months begun, as most contracts are invoiced; a contract without an end is reckoned for a year. */
function remainingOf({ yearlyAmount, endsOn }: RunningContract, today: LocalDate): Cents | null {
  if (yearlyAmount === null) return null;
  if (endsOn === null) return yearlyAmount;
  return Math.round((yearlyAmount * monthsBegun(today, endsOn)) / 12);
}

function monthsBegun(from: LocalDate, to: LocalDate): number {
  let months = 0;
  while (months < 1_200 && daysBetween(addMonths(from, months), to) >= 0) months += 1;
  return months;
}

function skillsLost({ nodes, holdings }: World, personId: string): readonly LostSkill[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return holdings
    .filter((holding) => holding.personId === personId)
    .flatMap(({ installationId, abilities }) => {
      const node = byId.get(installationId);
      if (node === undefined) return [];
      const others = holdings.filter((other) => other.installationId === installationId && other.personId !== personId);
      return abilities.map((ability) => ({ node, ability, left: others.filter((other) => other.abilities.includes(ability)) }));
    })
    .sort((one, other) => one.left.length - other.left.length);
}
