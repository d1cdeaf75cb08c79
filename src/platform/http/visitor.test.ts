import { describe, expect, it } from "vitest";
import { languageOf } from "./visitor.ts";

const asked = (headers: Record<string, string>) => languageOf({ kind: "signed-out" }, new Headers(headers));

describe("the language of somebody who is not signed in", () => {
  it("is the one chosen on this browser, else the first it asks for that we speak, else French", () => {
    expect(asked({ cookie: "a=1; langue=en; b=2", "accept-language": "fr" })).toBe("en");
    expect(asked({ cookie: "langue=xx", "accept-language": "de, en-GB;q=0.8, fr;q=0.5" })).toBe("en");
    expect(asked({ cookie: "autrelangue=en" })).toBe("fr");
    expect(asked({})).toBe("fr");
  });
});
