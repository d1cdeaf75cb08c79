const HOUR_MS = 3_600_000;

export type Confirmation = { readonly everyHours: number | null; readonly fetchedAt: Date | null; readonly failure: string | null };

/** What we hold of a source may no longer be what it says: its last fetch failed, or two of its periods went by without one. */
export function isStale({ everyHours, fetchedAt, failure }: Confirmation, now: Date): boolean {
  if (failure !== null) return true;
  if (everyHours === null || fetchedAt === null) return false;
  return now.getTime() - fetchedAt.getTime() > 2 * everyHours * HOUR_MS;
}
