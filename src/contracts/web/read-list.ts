import type { LocalDate } from "#src/kernel/dates.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import { contractsOf } from "../db/contracts.ts";
import { type StandingContract, standing } from "../db/costs.ts";
import { inOrder } from "../domain/order.ts";
import type { Listing } from "./listing.ts";

/** All the contracts that a listing asks for, in its order: the page is cut out of it, the total is of it. */
export async function listedContracts(
  reader: AuthorityTransaction,
  listing: Listing,
  today: LocalDate,
): Promise<readonly StandingContract[]> {
  const { search, kind, supplier: supplierId, state } = listing;
  const found = await contractsOf(reader, { search, kind, supplierId });
  const standingOnes = found.map((contract) => standing(contract, today));
  const kept = standingOnes.filter(({ term }) => state === "all" || (state === undefined ? term.state !== "ended" : term.state === state));
  return inOrder(kept, listing);
}
