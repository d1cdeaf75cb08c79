/** What is left to a caller. `resetsIn`: seconds until everything is. */
export type Allowance = { readonly allowed: boolean; readonly left: number; readonly resetsIn: number };

export const MOST_REQUESTS = 120;
export const WINDOW_SECONDS = 60;
/** Callers counted at once: beyond, the one seen first is forgotten, so that memory has an end. */
const MOST_CALLERS = 20_000;

/** Counts the requests of each caller, minute by minute, in this process alone: several processes allow as many times more. */
export function rateLimit(): (address: string, now: Date) => Allowance {
  const counts = new Map<string, { readonly until: number; used: number }>();
  return (address, now) => {
    const caller = callerOfAddress(address);
    const at = now.getTime();
    let count = counts.get(caller);
    if (count === undefined || count.until <= at) {
      counts.delete(caller);
      count = { until: at + WINDOW_SECONDS * 1_000, used: 0 };
      counts.set(caller, count);
      if (counts.size > MOST_CALLERS) counts.delete(counts.keys().next().value ?? "");
    }
    count.used += 1;
    const left = Math.max(0, MOST_REQUESTS - count.used);
    return { allowed: count.used <= MOST_REQUESTS, left, resetsIn: Math.max(1, Math.ceil((count.until - at) / 1_000)) };
  };
}

/** One subscriber has a whole /64 of IPv6 addresses, and may use a new one at each request. */
export function callerOfAddress(address: string): string {
  if (!address.includes(":") || address.startsWith("::ffff:")) return address;
  const [head = "", tail] = (address.split("%")[0] ?? "").split("::");
  const start = head === "" ? [] : head.split(":");
  const end = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => "0");
  return `${[...start, ...zeros, ...end].slice(0, 4).join(":")}::/64`;
}
