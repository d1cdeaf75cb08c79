import type { LocalDate } from "#src/kernel/dates.ts";
import type { InstallationId } from "#src/kernel/ids.ts";
import type { Cents } from "#src/kernel/money.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { ContractId } from "../domain/contract.ts";
import { sharesOf } from "../domain/shares.ts";
import { type ContractState, type Term, termOf } from "../domain/term.ts";
import { type CoveringContract, contractsOf } from "./contracts.ts";

/** What one installation costs a year by one contract: its share of the contract's yearly amount, excluding tax. */
export type YearlyCost = {
  readonly installationId: InstallationId;
  readonly contractId: ContractId;
  readonly supplierId: string | null;
  readonly supplierName: string;
  readonly cents: Cents;
};

/** Shares of the contracts that run on this day and whose amount is known. A contract that covers nothing costs no installation anything. */
export async function yearlyCosts(reader: AuthorityTransaction, onDay: LocalDate): Promise<readonly YearlyCost[]> {
  return (await currentContracts(reader, onDay)).flatMap(costsOf);
}

export function costsOf(contract: CoveringContract): readonly YearlyCost[] {
  const { id: contractId, supplierId, supplierName, yearlyAmount, covers } = contract;
  if (yearlyAmount === null) return [];
  const shares = sharesOf(yearlyAmount, covers);
  return covers.map(({ installationId }, place) => ({ installationId, contractId, supplierId, supplierName, cents: shares[place] ?? 0 }));
}

/** A contract, where it stands on a day, and what it covers. `noticeBy` and `endsOn` are the running term's; `endsOn` prevails over the first end. */
export type StandingContract = CoveringContract & {
  readonly term: Term;
  readonly noticeBy: LocalDate | null;
  readonly ends: LocalDate | null;
};

export function standing(contract: CoveringContract, onDay: LocalDate): StandingContract {
  const term = termOf(contract, onDay);
  return { ...contract, term, noticeBy: term.noticeBy, ends: term.endsOn };
}

/** States of a contract that runs: neither to come nor ended. */
const RUNNING: readonly ContractState[] = ["notice-due", "current", "renewed", "closing"];

export function isRunning({ term }: StandingContract): boolean {
  return RUNNING.includes(term.state);
}

/** Contracts that run on this day, in order of title. */
export async function currentContracts(reader: AuthorityTransaction, onDay: LocalDate): Promise<readonly StandingContract[]> {
  return (await contractsOf(reader)).map((contract) => standing(contract, onDay)).filter(isRunning);
}

/** Every contract with a supplier of the instance, those that ended included. */
export async function contractsOfSupplier(
  reader: AuthorityTransaction,
  supplierId: string,
  onDay: LocalDate,
): Promise<readonly StandingContract[]> {
  return (await contractsOf(reader, { supplierId })).map((contract) => standing(contract, onDay));
}
