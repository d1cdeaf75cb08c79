import { INSTALLATION_STATES, LAYERS } from "#src/inventory/public.ts";
import { dayOf, type LocalDate } from "#src/kernel/dates.ts";
import type { AuthorityId } from "#src/kernel/ids.ts";
import { ok } from "#src/kernel/result.ts";
import { type AuthorityTransaction, inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { isMeasured, keepMonth, keepReconstituted, keptMonths } from "../db/months.ts";
import { keepObserved } from "../db/observed.ts";
import { servicePeriods } from "../db/service-periods.ts";
import { declaredThen } from "../domain/declared.ts";
import { inServiceThen, isReconstituted, type KeptMonth, monthOf, monthsBefore } from "../domain/months.ts";
import type { Observed } from "../domain/observed.ts";
import { installationsIn, measureDeclared } from "./measure-declared.ts";
import { measureObserved } from "./measure-observed.ts";

/**
 * Counts what agents see, keeps this month's figures if nobody did, and works out the past months that were not measured: of these,
 * what agents saw is lost, and stays a gap. Done again, it changes nothing.
 */
export async function keepMonths({ db, now }: Pick<Deps, "db" | "now">, authorityId: AuthorityId): Promise<void> {
  const today = dayOf(now());
  await inAuthority(db, authorityId, async (trx) => {
    const observed = await measureObserved(trx);
    await keepObserved(trx, { measuredAt: now(), observed });
    if (!(await isMeasured(trx, monthOf(today)))) await measureMonth(trx, today, observed);
    await keepReconstituted(trx, await reconstituted(trx, today));
    return ok(null);
  });
}

/** Nothing to count yet is not measured: the month waits for the first thing declared or seen. */
async function measureMonth(trx: AuthorityTransaction, today: LocalDate, observed: Observed | null): Promise<void> {
  const { declared } = await measureDeclared(trx, today);
  if (declared.byInstallation.all === 0 && observed === null) return;
  await keepMonth(trx, { month: monthOf(today), measuredOn: today, declared, observed });
}

async function reconstituted(trx: AuthorityTransaction, today: LocalDate): Promise<readonly KeptMonth[]> {
  const months = monthsBefore(today);
  const kept = new Map((await keptMonths(trx, months[0] ?? today)).map((each) => [each.month, each]));
  const lost = months.filter((month) => {
    const known = kept.get(month);
    return known === undefined || isReconstituted(known);
  });
  const installed = await installationsIn(trx, INSTALLATION_STATES);
  const periods = await servicePeriods(trx);
  return lost.flatMap((month) => {
    const declared = declaredThen(inServiceThen(installed, periods, month), LAYERS);
    return declared.byInstallation.all === 0 && !kept.has(month) ? [] : [{ month, measuredOn: today, declared, observed: null }];
  });
}
