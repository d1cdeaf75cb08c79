import { cleanText } from "./clean-text.ts";
import { hardwareIdentity } from "./hardware.ts";
import type { Inventory, ObservedPackage } from "./inventory.ts";
import { machineKindOf, operatingSystemOf } from "./operating-system.ts";
import { firstText, isSection, listOf, type Section, sectionOf } from "./sections.ts";

/** More would be no machine: the largest real one of our tests has 3,033. The rest is left out. */
const MOST_PACKAGES = 20_000;
const LONGEST = { name: 300, version: 100, publisher: 200, origin: 30 } as const;

/**
 * What is kept of an inventory. It takes what it names, and so leaves the rest: users, accounts, processes, environment, addresses,
 * serial numbers, keys of licences. Whatever the content, it answers.
 */
export function readInventory(content: Section, said: Pick<Inventory, "deviceId" | "partial">): Inventory {
  const hardware = sectionOf(content, "hardware");
  const bios = sectionOf(content, "bios");
  const system = operatingSystemOf(sectionOf(content, "operatingsystem"), hardware);
  const packages = packagesOf(content, system?.system === "windows" ? "windows" : system?.system === "macos" ? "macos" : "");
  const name = firstText(hardware, ["name"], 200);
  const model = firstText(bios, ["smodel", "mmodel"], 200);
  return {
    ...said,
    agent: cleanText(content.versionclient, 200),
    name: name === "" ? undefined : name,
    model: model === "" ? undefined : model,
    kind: system === undefined ? undefined : machineKindOf(system, hardware),
    system,
    packages,
    hardware: hardwareIdentity(hardware, bios),
  };
}

/** As they came, twice where they came twice. Undefined where no package is named: a collection that failed on the machine must not pass for a machine without software. */
function packagesOf(content: Section, defaultOrigin: string): readonly ObservedPackage[] | undefined {
  const packages: ObservedPackage[] = [];
  for (const entry of listOf(content.softwares) ?? []) {
    const found = isSection(entry) ? packageOf(entry, defaultOrigin) : undefined;
    if (found === undefined) continue;
    if (packages.push(found) === MOST_PACKAGES) break;
  }
  return packages.length === 0 ? undefined : packages;
}

function packageOf(entry: Section, defaultOrigin: string): ObservedPackage | undefined {
  const name = cleanText(entry.name, LONGEST.name);
  if (name === "") return undefined;
  const from = cleanText(entry.from, LONGEST.origin).toLowerCase();
  return {
    name,
    version: cleanText(entry.version, LONGEST.version),
    publisher: cleanText(entry.publisher, LONGEST.publisher),
    origin: from === "registry" ? "windows" : from || defaultOrigin,
  };
}
