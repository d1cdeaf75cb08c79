import { describe, expect, it } from "vitest";
import { callerOfAddress, MOST_REQUESTS, rateLimit } from "./rate-limit.ts";

const at = (seconds: number): Date => new Date(Date.UTC(2026, 0, 5) + seconds * 1_000);

describe("the limit of requests", () => {
  it("lets a caller through until it is reached, then again after a minute", () => {
    const limit = rateLimit();
    for (let sent = 1; sent <= MOST_REQUESTS; sent += 1)
      expect(limit("192.0.2.1", at(0))).toEqual({ allowed: true, left: MOST_REQUESTS - sent, resetsIn: 60 });
    expect(limit("192.0.2.1", at(20))).toEqual({ allowed: false, left: 0, resetsIn: 40 });
    expect(limit("192.0.2.1", at(60)).allowed).toBe(true);
  });

  it("is each caller's own, and a whole IPv6 network is one caller", () => {
    const limit = rateLimit();
    for (let sent = 0; sent <= MOST_REQUESTS; sent += 1) limit("2001:db8:1:2::1", at(0));
    expect(limit("2001:db8:1:2:ffff::9", at(0)).allowed).toBe(false);
    expect(limit("2001:db8:1:3::1", at(0)).allowed).toBe(true);
    expect(limit("192.0.2.1", at(0)).allowed).toBe(true);
    expect(["::1", "2001:db8::1", "::ffff:192.0.2.1", "fe80::1%eth0"].map(callerOfAddress)).toEqual([
      "0:0:0:0::/64",
      "2001:db8:0:0::/64",
      "::ffff:192.0.2.1",
      "fe80:0:0:0::/64",
    ]);
  });

  it("keeps no caller for ever", () => {
    const limit = rateLimit();
    for (let sent = 0; sent <= MOST_REQUESTS; sent += 1) limit("first", at(0));
    expect(limit("first", at(0)).allowed).toBe(false);
    for (let caller = 0; caller < 20_000; caller += 1) limit(`10.${caller >> 8}.${caller & 255}.1`, at(0));
    expect(limit("first", at(0)).allowed).toBe(true);
  });
});
