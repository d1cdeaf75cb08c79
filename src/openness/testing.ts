import { addMonths, dayOf } from "#src/kernel/dates.ts";
import type { AuthorityId } from "#src/kernel/ids.ts";
import { ok } from "#src/kernel/result.ts";
import type { Database } from "#src/platform/db/database.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import { keepMonth } from "./db/months.ts";
import { keepObserved } from "./db/observed.ts";
import { type Declared, declaredThen, type Installed } from "./domain/declared.ts";
import { type KeptMonth, monthOf } from "./domain/months.ts";
import { type Observed, observedToday } from "./domain/observed.ts";

type Source = { readonly db: Database; readonly now: () => Date };

/** As many installations, the first of them free, the next ones not, the last ones unknown. */
export function someDeclared(free: number, notFree: number, unknown: number): Declared {
  const of = (count: number, freedom: boolean | null): readonly Installed[] =>
    Array.from({ length: count }, (_, index) => {
      const id = `${freedom}-${index}`;
      return { id, name: id, softwareSlug: null, free: freedom, layer: "users", users: 1, departments: [] };
    });
  return declaredThen([...of(free, true), ...of(notFree, false), ...of(unknown, null)], ["users"]);
}

/** Workstations of two systems, each with two free software and one that is not. */
export function someObserved(linux: number, windows: number): Observed {
  const observed = observedToday({
    software: [
      { slug: "gimp", free: true },
      { slug: "firefox", free: true },
      { slug: "microsoft-office", free: false },
    ],
    workstations: Array.from({ length: linux + windows }, () => ({ free: 2, notFree: 1, unknown: 0 })),
    systems: [
      { system: "linux", systemName: "Debian", machines: linux },
      { system: "windows", systemName: "Windows 11", machines: windows },
    ],
  });
  if (observed === null) throw new Error("At least one workstation is observed");
  return observed;
}

/** Months straight in the database, as they were measured then. */
export async function someMonths({ db }: Pick<Source, "db">, authorityId: AuthorityId, months: readonly KeptMonth[]): Promise<void> {
  await inAuthority(db, authorityId, async (trx) => {
    for (const month of months) await keepMonth(trx, month);
    return ok(null);
  });
}

/** Last month's figures, and what agents saw during the last hour. */
export async function someOpenness({ db, now }: Source, authorityId: AuthorityId): Promise<void> {
  const month = addMonths(monthOf(dayOf(now())), -1);
  const observed = someObserved(3, 9);
  await someMonths({ db }, authorityId, [{ month, measuredOn: month, declared: someDeclared(2, 1, 1), observed }]);
  await inAuthority(db, authorityId, async (trx) => {
    await keepObserved(trx, { measuredAt: now(), observed });
    return ok(null);
  });
}
