import type { Agent } from "#src/kernel/agent.ts";
import { type AuthorityReader, readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { packagesOfMachinesAfter, systemsSeen } from "../db/bill-of-materials.ts";
import { installedPackages, machineById, packageNumbersOf } from "../db/machine-pages.ts";
import { unpackIds } from "../domain/package-ids.ts";
import { BILL_END, billComponent, billStart, billSystem } from "./bill-of-materials.ts";

type Parts = Pick<Deps, "db" | "now">;
const MACHINES_AT_ONCE = 200;
const PACKAGES_AT_ONCE = 500;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/** The bill of materials of one machine, its libraries and parts included: faults are found there too. Undefined: no such machine. */
export async function billOfMachine(
  deps: Parts,
  agent: Agent,
  id: string,
): Promise<{ readonly name: string; readonly pieces: AsyncGenerator<string> } | undefined> {
  const read = await readAuthority(deps.db, agent.authorityId, async (reader) => {
    const machine = await machineById(reader, id);
    const numbers = machine === undefined ? undefined : await packageNumbersOf(reader, id);
    return machine === undefined || numbers === undefined ? undefined : { machine, numbers };
  });
  if (read === undefined) return undefined;
  const { machine, numbers } = read;
  const counts = new Map([...numbers.counted, ...numbers.unmapped, ...unpackIds(numbers.parts)].map((number) => [number, undefined]));
  const systems = machine.systemName === "" ? [] : [{ name: machine.systemName, version: machine.systemVersion }];
  const start = billStart({ type: "machine", name: machine.name === "" ? "?" : machine.name }, deps.now());
  return { name: machine.name, pieces: pieces(deps, agent, start, systems, counts) };
}

/** One for all the machines of the authority, each package once, with the number of machines that have it. */
export async function billOfAuthority(deps: Parts, agent: Agent, name: string): Promise<AsyncGenerator<string>> {
  const counts = new Map<number, number>();
  const reading = <T>(work: (reader: AuthorityReader) => Promise<T>): Promise<T> => readAuthority(deps.db, agent.authorityId, work);
  for (let last = BEFORE_ALL; ; ) {
    const batch = await reading((reader) => packagesOfMachinesAfter(reader, last, MACHINES_AT_ONCE));
    for (const { counted, unmapped, parts } of batch)
      for (const each of [counted, unmapped, unpackIds(parts)])
        for (const number of each) counts.set(number, (counts.get(number) ?? 0) + 1);
    last = batch.at(-1)?.id ?? last;
    if (batch.length < MACHINES_AT_ONCE) break;
  }
  const systems = (await reading(systemsSeen)).map(({ systemName, systemVersion, machines }) => ({
    name: systemName,
    version: systemVersion,
    machines,
  }));
  return pieces(deps, agent, billStart({ type: "authority", name }, deps.now()), systems, counts);
}

/** Read and written a few hundred packages at a time: the whole is never held, and no transaction waits for whoever receives it. */
async function* pieces(
  deps: Parts,
  agent: Agent,
  start: string,
  systems: readonly { readonly name: string; readonly version: string; readonly machines?: number }[],
  counts: ReadonlyMap<number, number | undefined>,
): AsyncGenerator<string> {
  yield start + systems.map(billSystem).join(",");
  let empty = systems.length === 0;
  const numbers = [...counts.keys()].sort((a, b) => a - b);
  for (let from = 0; from < numbers.length; from += PACKAGES_AT_ONCE) {
    const some = numbers.slice(from, from + PACKAGES_AT_ONCE);
    const packages = await readAuthority(deps.db, agent.authorityId, (reader) => installedPackages(reader, some));
    const text = packages.map((each) => billComponent(each, counts.get(each.id))).join(",");
    if (text === "") continue;
    yield empty ? text : `,${text}`;
    empty = false;
  }
  yield BILL_END;
}
