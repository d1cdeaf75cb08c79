import { describe, expect, it } from "vitest";
import { type Proof, provenTokens } from "./proven-tokens.ts";

const HOUR_MS = 3_600_000;
const cookie = (value: string): Headers => new Headers({ cookie: `langue=fr; beffroi.session_token=${value}` });

/** A signature is good when it ends with « .signed »; what is asked of it is written down. */
function aProver({ renewAt = Date.now() + HOUR_MS, name = "beffroi.session_token" } = {}) {
  const asked: string[] = [];
  const tokenOf = provenTokens(name, async (pair): Promise<Proof | undefined> => {
    asked.push(pair);
    const token = /=(.*)\.signed$/.exec(pair)?.[1];
    return token === undefined ? undefined : { token, renewAt };
  });
  return { asked, tokenOf };
}

describe("the session token of a cookie", () => {
  it("is proved once, whatever comes beside it", async () => {
    const { asked, tokenOf } = aProver();
    expect(await tokenOf(cookie("a.signed"))).toBe("a");
    expect(await tokenOf(new Headers({ cookie: "beffroi.session_token=a.signed; autre=1" }))).toBe("a");
    expect(asked).toEqual(["beffroi.session_token=a.signed"]);
  });

  it("is undefined, and asked again each time, for a signature that is not good", async () => {
    const { asked, tokenOf } = aProver();
    expect(await tokenOf(cookie("a.forged"))).toBeUndefined();
    expect(await tokenOf(cookie("a.forged"))).toBeUndefined();
    expect(asked).toHaveLength(2);
    expect(await tokenOf(cookie("a.signed"))).toBe("a");
    expect(await tokenOf(cookie("a.forged"))).toBeUndefined();
  });

  it("is proved again when it is time to prolong the session", async () => {
    const { asked, tokenOf } = aProver({ renewAt: Date.now() - 1 });
    await tokenOf(cookie("a.signed"));
    await tokenOf(cookie("a.signed"));
    expect(asked).toHaveLength(2);
  });

  it("is read under its own name alone, whatever a like one says before it", async () => {
    const { tokenOf } = aProver();
    const { tokenOf: overHttps } = aProver({ name: "__Host-beffroi.session_token" });
    const both = new Headers({ cookie: "beffroi.session_token=tossed.signed; __Host-beffroi.session_token=own.signed" });
    expect([await overHttps(both), await tokenOf(both)]).toEqual(["own", "tossed"]);
    expect(await tokenOf(new Headers({ cookie: "other.beffroi.session_token=a.signed" }))).toBeUndefined();
    expect(await tokenOf(new Headers())).toBeUndefined();
  });
});
