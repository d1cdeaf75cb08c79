import type { StandingContract } from "#src/contracts/public.ts";
import type { InServiceFacts, InstallationState } from "#src/inventory/public.ts";
import { dayOf, type LocalDate } from "#src/kernel/dates.ts";
import { systemsOfWorkstations } from "#src/machines/public.ts";
import type { AuthorityReader } from "#src/platform/db/in-authority.ts";
import { keptMonths } from "../db/months.ts";
import { type LastObserved, lastObserved } from "../db/observed.ts";
import type { Declared } from "../domain/declared.ts";
import { type KeptMonth, monthsBefore } from "../domain/months.ts";
import type { Observed } from "../domain/observed.ts";
import { measureDeclared } from "./measure-declared.ts";
import { measureObserved } from "./measure-observed.ts";

export type OpennessView = {
  readonly today: LocalDate;
  readonly declared: Declared;
  /** Null: agents see nothing. */
  readonly observed: { readonly measuredOn: LocalDate; readonly measures: Observed } | null;
  readonly months: readonly KeptMonth[];
  readonly installations: readonly InServiceFacts[];
  readonly contracts: readonly StandingContract[];
};

/** What is declared is counted now; what is observed was counted during the last day. */
export async function viewOpenness(
  reader: AuthorityReader,
  now: Date,
  states: readonly InstallationState[] = ["in-service"],
): Promise<OpennessView> {
  const today = dayOf(now);
  const measured = await measureDeclared(reader, today, states);
  const last = await observedLately(reader, now);
  const months = await keptMonths(reader, monthsBefore(today)[0] ?? today);
  const observed = last.observed === null ? null : { measuredOn: dayOf(last.measuredAt), measures: last.observed };
  return { today, ...measured, observed, months };
}

/** Workstations that are counted while somebody waits, at most: some milliseconds. */
const FEW_WORKSTATIONS = 200;
/** Counted each day: older than this, the server did not run. */
const FRESH_MS = 36 * 3_600_000;

/** As it was last counted, with its day; now, where nothing was counted lately and there is little to count. */
async function observedLately(reader: AuthorityReader, now: Date): Promise<LastObserved> {
  const last = await lastObserved(reader);
  if (last !== undefined && last.observed !== null && now.getTime() - last.measuredAt.getTime() < FRESH_MS) return last;
  const workstations = (await systemsOfWorkstations(reader)).reduce((sum, { machines }) => sum + machines, 0);
  if (workstations > FEW_WORKSTATIONS) return last ?? { measuredAt: now, observed: null };
  return { measuredAt: now, observed: await measureObserved(reader) };
}
