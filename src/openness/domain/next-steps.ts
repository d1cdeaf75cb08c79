import { addMonths, type LocalDate } from "#src/kernel/dates.ts";
import type { Freedom } from "./share.ts";

/** What a next step may be about. */
export type Running = {
  readonly id: string;
  readonly name: string;
  readonly softwareSlug: string | null;
  readonly free: Freedom;
  readonly state: string;
  readonly users: number | null;
};
export type RunningContract = {
  readonly id: string;
  readonly title: string;
  /** The last day when notice can be given. */
  readonly noticeBy: LocalDate | null;
  readonly installationIds: readonly string[];
};
/** Free software that the catalogue knows to replace a software, by its slug. */
export type Alternatives = ReadonlyMap<string, readonly { readonly slug: string; readonly name: string }[]>;

export type NextStep =
  | {
      readonly kind: "notice";
      readonly contractId: string;
      readonly title: string;
      readonly noticeBy: LocalDate;
      readonly name: string;
      readonly alternatives: readonly string[];
    }
  | { readonly kind: "pilot"; readonly id: string; readonly name: string; readonly users: number | null; readonly others: number }
  | {
      readonly kind: "replaceable";
      readonly id: string;
      readonly name: string;
      readonly users: number;
      readonly alternatives: readonly string[];
    }
  | { readonly kind: "unknown"; readonly count: number };

export const STEPS_SHOWN = 3;
const MOST_NOTICES = 2;
const NOTICE_MONTHS = 12;
const NAMED_ALTERNATIVES = 3;

export type StepFacts = {
  /** Whatever their state, retired ones left out. */
  readonly installations: readonly Running[];
  readonly contracts: readonly RunningContract[];
  readonly alternatives: Alternatives;
  readonly today: LocalDate;
};

/** Software that is not free and of which an alternative is worth looking for. */
export function replaceableSlugs(installations: readonly Running[]): readonly string[] {
  return [...new Set(installations.flatMap(({ free, softwareSlug }) => (free === false && softwareSlug !== null ? [softwareSlug] : [])))];
}

/** Up to three, each from facts: contracts to leave in time first, then trials to conclude, then what most people use, then what is not known. */
export function nextSteps(facts: StepFacts): readonly NextStep[] {
  const notices = noticesToGive(facts).slice(0, MOST_NOTICES);
  const said = new Set(notices.map(({ name }) => name));
  const others = [...pilots(facts), ...replaceable(facts).filter(({ name }) => !said.has(name)), ...unknown(facts)];
  return [...notices, ...others].slice(0, STEPS_SHOWN);
}

function alternativesTo({ softwareSlug }: Running, alternatives: Alternatives): readonly string[] {
  return (alternatives.get(softwareSlug ?? "") ?? []).slice(0, NAMED_ALTERNATIVES).map(({ name }) => name);
}

function noticesToGive({ installations, contracts, alternatives, today }: StepFacts): readonly Extract<NextStep, { kind: "notice" }>[] {
  const limit = addMonths(today, NOTICE_MONTHS);
  const byId = new Map(installations.map((each) => [each.id, each]));
  return contracts
    .flatMap(({ id, title, noticeBy, installationIds }) => {
      if (noticeBy === null || noticeBy < today || noticeBy > limit) return [];
      const covered = installationIds.flatMap((each) => byId.get(each) ?? []);
      const leaves = covered.find((each) => each.free === false && alternativesTo(each, alternatives).length > 0);
      if (leaves === undefined) return [];
      return [
        { kind: "notice" as const, contractId: id, title, noticeBy, name: leaves.name, alternatives: alternativesTo(leaves, alternatives) },
      ];
    })
    .sort((one, other) => (one.noticeBy < other.noticeBy ? -1 : 1));
}

function pilots({ installations }: StepFacts): readonly NextStep[] {
  const [first, ...others] = installations
    .filter(({ state, free }) => state === "pilot" && free === true)
    .sort((one, other) => (other.users ?? 0) - (one.users ?? 0));
  if (first === undefined) return [];
  return [{ kind: "pilot", id: first.id, name: first.name, users: first.users, others: others.length }];
}

function replaceable({ installations, alternatives }: StepFacts): readonly Extract<NextStep, { kind: "replaceable" }>[] {
  return installations
    .flatMap((each) => {
      const { id, name, users, state, free } = each;
      const found = alternativesTo(each, alternatives);
      if (state !== "in-service" || free !== false || users === null || found.length === 0) return [];
      return [{ kind: "replaceable" as const, id, name, users, alternatives: found }];
    })
    .sort((one, other) => other.users - one.users);
}

function unknown({ installations }: StepFacts): readonly NextStep[] {
  const count = installations.filter(({ state, free }) => state === "in-service" && free === null).length;
  return count === 0 ? [] : [{ kind: "unknown", count }];
}
