const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** How long to wait before the next try, in ms: twice as long each time, between half and the whole of it so that instances do not call together. */
export function backoff(triesBefore: number, chance: number = Math.random()): number {
  return Math.min(FIRST_WAIT_MS * 2 ** triesBefore, LONGEST_WAIT_MS) * (0.5 + chance / 2);
}

/** What Retry-After asks, in ms: seconds or a date (RFC 9110, 10.2.3). Undefined when it asks nothing that can be read. */
export function retryAfter(header: string | undefined, now: number = Date.now()): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1_000;
  const date = /GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Undefined: the server asks for more patience than we have; the next scheduled run will come back. */
export function waitBefore(triesBefore: number, asked: number | undefined): number | undefined {
  if (asked !== undefined && asked > LONGEST_WAIT_MS) return undefined;
  return Math.max(backoff(triesBefore), asked ?? 0);
}
