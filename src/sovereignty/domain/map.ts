import { foldedKey } from "./folded-key.ts";
import type { Need, Node, RunningContract } from "./world.ts";

/** An installation as the map draws it. */
export type Mapped = Node & { readonly layer: string; readonly governingLaw: readonly string[] };
export type MappedWorld = {
  readonly nodes: readonly Mapped[];
  readonly needs: readonly Need[];
  readonly contracts: readonly Pick<RunningContract, "supplierId" | "supplierName" | "covers">[];
};

/** Which part is looked at; undefined: all of it. */
export type MapView = {
  readonly department: string | undefined;
  /** A folded name, the authority's own premises, or nowhere that is said. */
  readonly host: string | undefined;
  readonly layer: string | undefined;
};

export const PREMISES = "chez-nous";
export const NOWHERE = "non-dit";

export type Thing = { readonly id: string } & (
  | { readonly kind: "installation"; readonly node: Mapped }
  /** Too many to be drawn one by one: those that run in one place, or are of one layer. `key`: what leads nearer. */
  | { readonly kind: "group"; readonly by: "host" | "layer"; readonly key: string; readonly members: readonly Mapped[] }
  | {
      readonly kind: "organisation";
      readonly name: string;
      /** How a supposition names it as a supplier, and as a host; undefined where it is none. */
      readonly supplier: string | undefined;
      readonly host: string | undefined;
    }
  | { readonly kind: "premises" }
  | { readonly kind: "country"; readonly code: string }
);
/** `from` depends on `to`: it needs it, runs at its place, has a contract with it, or has its data or its law there. */
export type Tie = {
  readonly from: string;
  readonly to: string;
  readonly kind: "needs" | "host" | "contract" | "country";
  readonly count: number;
};
export type DependencyMap = {
  readonly things: readonly Thing[];
  readonly ties: readonly Tie[];
  /** Installations in this view, those drawn or grouped, and all that run. */
  readonly inView: number;
  readonly drawn: number;
  readonly all: number;
  /** Interfaces with what is not in this view. */
  readonly leadingOut: number;
};

export const MOST_DRAWN = 60;

export function hostKeyOf({ hosting, hostName }: Mapped): string {
  if (hosting === "on-premises") return PREMISES;
  return hostName === "" ? NOWHERE : foldedKey(hostName);
}

/** Pure: what depends on what, and on whom. Beyond `most` installations they are grouped, by place first, then by layer; then cut. */
export function mapOf(world: MappedWorld, view: MapView, most: number = MOST_DRAWN): DependencyMap {
  const inView = world.nodes.filter(
    (node) =>
      (view.department === undefined || node.departments.some(({ id }) => id === view.department)) &&
      (view.host === undefined || hostKeyOf(node) === view.host) &&
      (view.layer === undefined || node.layer === view.layer),
  );
  const items = itemsOf(inView, view, most);
  const itemOf = new Map<string, string>(items.flatMap((item) => membersOf(item).map(({ id }) => [id, item.id] as const)));
  const leadsOut = ({ installationId, neededId }: Need): boolean => itemOf.has(installationId) !== itemOf.has(neededId);
  const needed = world.needs.flatMap(({ installationId, neededId }) => tied(itemOf.get(installationId), itemOf.get(neededId), "needs"));
  const others = othersOf(world, items, itemOf);
  return {
    things: [...items, ...others.things],
    ties: counted([...needed, ...others.ties]),
    inView: inView.length,
    drawn: itemOf.size,
    all: world.nodes.length,
    leadingOut: world.needs.filter(leadsOut).length,
  };
}

type Item = Extract<Thing, { kind: "installation" | "group" }>;

export function membersOf(item: Item): readonly Mapped[] {
  return item.kind === "group" ? item.members : [item.node];
}

function itemsOf(nodes: readonly Mapped[], view: MapView, most: number): readonly Item[] {
  if (nodes.length > most) {
    const byHost = view.host === undefined ? grouped(nodes, "host", hostKeyOf, most) : [];
    if (byHost.length > 1) return byHost;
    const byLayer = view.layer === undefined ? grouped(nodes, "layer", ({ layer }) => layer, most) : [];
    if (byLayer.length > 1) return byLayer;
  }
  return nodes.slice(0, most).map((node) => ({ id: node.id, kind: "installation", node }));
}

/** The largest groups first. */
function grouped(nodes: readonly Mapped[], by: "host" | "layer", keyOf: (node: Mapped) => string, most: number): readonly Item[] {
  return [...Map.groupBy(nodes, keyOf)]
    .sort(([, some], [, others]) => others.length - some.length)
    .slice(0, most)
    .map(([key, members]) => ({ id: `${by} ${key}`, kind: "group", by, key, members }));
}

type Drawn = Omit<Tie, "count">;

function tied(from: string | undefined, to: string | undefined, kind: Tie["kind"]): readonly Drawn[] {
  return from === undefined || to === undefined || from === to ? [] : [{ from, to, kind }];
}

/** Each tie once, with how many there are. */
function counted(ties: readonly Drawn[]): readonly Tie[] {
  return [...Map.groupBy(ties, (tie) => JSON.stringify([tie.from, tie.to, tie.kind])).values()].flatMap((alike) =>
    alike[0] === undefined ? [] : [{ ...alike[0], count: alike.length }],
  );
}

type Others = { readonly things: readonly Thing[]; readonly ties: readonly Drawn[] };
type Organisation = Extract<Thing, { kind: "organisation" }>;

/** Those on whom the installations depend. Who hosts and who has a contract is one organisation where it has one name. */
function othersOf({ contracts }: MappedWorld, items: readonly Item[], itemOf: ReadonlyMap<string, string>): Others {
  const organisations = new Map<string, Organisation>();
  const countries = new Set<string>();
  const ties: Drawn[] = [];
  let premises = false;
  const organisation = (name: string, role: Partial<Pick<Organisation, "supplier" | "host">>): string => {
    const id = `organisation ${foldedKey(name)}`;
    organisations.set(id, { id, kind: "organisation", name, supplier: undefined, host: undefined, ...organisations.get(id), ...role });
    return id;
  };
  for (const item of items)
    for (const node of membersOf(item)) {
      const host = hostKeyOf(node);
      const place = host === PREMISES ? PREMISES : host === NOWHERE ? undefined : organisation(node.hostName, { host });
      premises ||= place === PREMISES;
      ties.push(...tied(item.id, place, "host"));
      for (const code of new Set([...node.governingLaw, ...(node.dataCountry === null ? [] : [node.dataCountry])])) {
        countries.add(code);
        ties.push(...tied(place ?? item.id, `country ${code}`, "country"));
      }
    }
  for (const { supplierId, supplierName, covers } of contracts)
    for (const covered of covers.filter((id) => itemOf.has(id))) {
      const supplier = organisation(supplierName, { supplier: supplierId ?? foldedKey(supplierName) });
      ties.push(...tied(itemOf.get(covered), supplier, "contract"));
    }
  const places: readonly Thing[] = premises ? [{ id: PREMISES, kind: "premises" }] : [];
  const lands = [...countries].map((code): Thing => ({ id: `country ${code}`, kind: "country", code }));
  return { things: [...places, ...organisations.values(), ...lands], ties };
}
