import { agreedFreedom, type Freedom, type Share, shareOf } from "./share.ts";

/** What is declared of one installation, as far as the share of free software needs it. */
export type Installed = {
  readonly id: string;
  readonly name: string;
  /** The catalogue's, the software it was merged into where it was; null where the catalogue does not know it. */
  readonly softwareSlug: string | null;
  readonly free: Freedom;
  readonly layer: string;
  /** Null: nobody said how many. */
  readonly users: number | null;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
};

/** One installation's share of a contract's yearly amount, in cents. */
export type Cost = { readonly installationId: string; readonly cents: number };
export type Amounts = {
  readonly costs: readonly Cost[];
  /** The yearly amount of each contract that runs; null: nobody said. */
  readonly contracts: readonly (number | null)[];
};

/** A share of what has a weight. `uncounted` installations have none that is known: they are not counted as zero. */
export type Weighed = Share & { readonly uncounted: number };
export type Spent = Weighed & {
  /** Cents of contracts for what is not in service: being left, planned, retired. */
  readonly elsewhere: number;
  /** Cents of contracts that go to no installation. */
  readonly unattached: number;
  /** Contracts that run and of which nobody stated the amount. */
  readonly withoutAmount: number;
};
export type OfLayer = { readonly layer: string; readonly share: Share };
/** Null: installations without a department. */
export type OfDepartment = { readonly department: { readonly id: string; readonly name: string } | null; readonly share: Share };

/** What people declared to be in service, counted six ways. */
export type Declared = {
  readonly bySoftware: Share;
  readonly byInstallation: Share;
  readonly byUser: Weighed;
  readonly byLayer: readonly OfLayer[];
  /** Null in a past that is worked out afterwards: departments and costs have no history. */
  readonly byDepartment: readonly OfDepartment[] | null;
  readonly byCost: Spent | null;
};

const freeOf = ({ free }: Installed): Freedom => free;

/** Distinct software: two installations of one software count once. */
export function bySoftware(installed: readonly Installed[]): Share {
  const said = new Map<string, Freedom[]>();
  for (const installation of installed) {
    const key = softwareKey(installation);
    said.set(key, [...(said.get(key) ?? []), installation.free]);
  }
  return shareOf("software", [...said.values()], agreedFreedom);
}

/** What the catalogue does not know is told apart by its name, whatever the case and the accents. */
function softwareKey({ softwareSlug, name }: Installed): string {
  return softwareSlug === null ? `name:${name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim()}` : `slug:${softwareSlug}`;
}

export function byInstallation(installed: readonly Installed[]): Share {
  return shareOf("installation", installed, freeOf);
}

/** The layers in which there is something, in the order given. */
export function byLayer(installed: readonly Installed[], layers: readonly string[]): readonly OfLayer[] {
  return layers
    .map((layer) => ({
      layer,
      share: shareOf(
        "installation",
        installed.filter((each) => each.layer === layer),
        freeOf,
      ),
    }))
    .filter(({ share }) => share.all > 0);
}

/** An installation of several departments counts once in each: these shares do not add up. In order of name, without department last. */
export function byDepartment(installed: readonly Installed[]): readonly OfDepartment[] {
  const found = new Map<string, { readonly department: OfDepartment["department"]; readonly theirs: Installed[] }>();
  for (const installation of installed)
    for (const department of installation.departments.length === 0 ? [null] : installation.departments) {
      const entry = found.get(department?.id ?? "") ?? { department, theirs: [] };
      entry.theirs.push(installation);
      found.set(department?.id ?? "", entry);
    }
  return [...found.values()]
    .sort((one, other) => order(one.department, other.department))
    .map(({ department, theirs }) => ({ department, share: shareOf("installation", theirs, freeOf) }));
}

function order(one: OfDepartment["department"], other: OfDepartment["department"]): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one.name < other.name ? -1 : 1;
}

/** Somebody who uses three software is counted three times. */
export function byUser(installed: readonly Installed[]): Weighed {
  const counted = installed.filter(({ users }) => users !== null);
  return { ...shareOf("user", counted, freeOf, ({ users }) => users ?? 0), uncounted: installed.length - counted.length };
}

export function byCost(installed: readonly Installed[], { costs, contracts }: Amounts): Spent {
  const cents = new Map<string, number>();
  for (const cost of costs) cents.set(cost.installationId, (cents.get(cost.installationId) ?? 0) + cost.cents);
  const counted = installed.filter(({ id }) => cents.has(id));
  const share = shareOf("cent", counted, freeOf, ({ id }) => cents.get(id) ?? 0);
  const attributed = costs.reduce((sum, cost) => sum + cost.cents, 0);
  const amounts = contracts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
  return {
    ...share,
    uncounted: installed.length - counted.length,
    elsewhere: attributed - share.all,
    unattached: Math.max(0, amounts - attributed),
    withoutAmount: contracts.filter((amount) => amount === null).length,
  };
}

/** Everything about what is in service today. `installed` holds what is in service and nothing else. */
export function declaredToday(installed: readonly Installed[], amounts: Amounts, layers: readonly string[]): Declared {
  return { ...declaredThen(installed, layers), byDepartment: byDepartment(installed), byCost: byCost(installed, amounts) };
}

/** What can still be said of a day of the past. */
export function declaredThen(installed: readonly Installed[], layers: readonly string[]): Declared {
  return {
    bySoftware: bySoftware(installed),
    byInstallation: byInstallation(installed),
    byUser: byUser(installed),
    byLayer: byLayer(installed, layers),
    byDepartment: null,
    byCost: null,
  };
}
