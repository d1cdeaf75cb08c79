import { costsOf, currentContracts, type StandingContract } from "#src/contracts/public.ts";
import { allInServiceFacts, type InServiceFacts, type InstallationState, LAYERS } from "#src/inventory/public.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import { mergedSlugs } from "../db/software.ts";
import { type Declared, declaredToday, type Installed } from "../domain/declared.ts";

export type MeasuredDeclared = {
  readonly declared: Declared;
  /** In the states asked for: more than what is counted, which is what is in service. */
  readonly installations: readonly InServiceFacts[];
  readonly contracts: readonly StandingContract[];
};

/** The shares of what is declared, on the day when they are asked for. */
export async function measureDeclared(
  reader: AuthorityTransaction,
  day: LocalDate,
  states: readonly InstallationState[] = ["in-service"],
): Promise<MeasuredDeclared> {
  const installations = await installationsIn(reader, states);
  const contracts = await currentContracts(reader, day);
  const amounts = { costs: contracts.flatMap(costsOf), contracts: contracts.map(({ yearlyAmount }) => yearlyAmount) };
  const counted = installations.filter(({ state }) => state === "in-service");
  return { declared: declaredToday(counted, amounts, LAYERS), installations, contracts };
}

/** A software that people said is another one is that one. */
export async function installationsIn(
  reader: AuthorityTransaction,
  states: readonly InstallationState[],
): Promise<readonly (InServiceFacts & Installed)[]> {
  const installations = await allInServiceFacts(reader, states);
  const merged = await mergedSlugs(reader);
  if (merged.size === 0) return installations;
  return installations.map((each) => ({ ...each, softwareSlug: merged.get(each.softwareSlug ?? "") ?? each.softwareSlug }));
}
