import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freeSlug, slugOf } from "./slugs.ts";

describe("the address of a software", () => {
  it("is its name in small letters without accents, between hyphens", () => {
    const slugs = {
      "Démarches simplifiées": "demarches-simplifiees",
      "C++": "c-plus-plus",
      "C#": "c-sharp",
      "Notepad++": "notepad-plus-plus",
      "  7-Zip!  ": "7-zip",
      "ÉTAT‑CIVIL / 2": "etat-civil-2",
    };
    expect(Object.fromEntries(Object.keys(slugs).map((name) => [name, slugOf(name)]))).toEqual(slugs);
  });

  it("is never empty, too long, nor anything that an address could not hold", () => {
    expect(["", "…", "日本語", "😀"].map(slugOf)).toEqual(Array(4).fill("logiciel"));
    expect(slugOf("a".repeat(200))).toHaveLength(60);
    expect(slugOf(`${"a".repeat(59)} b`)).toBe("a".repeat(59));
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slugOf(name)) && slugOf(name).length <= 60),
    );
  });

  it("is numbered from 2 where others bear the name, and leaves no taken one to two software", () => {
    const taken = new Set(["grr", "grr-2", "grr-4"]);
    expect(freeSlug("GRR", () => false)).toBe("grr");
    expect(freeSlug("GRR", (slug) => taken.has(slug))).toBe("grr-3");
    fc.assert(
      fc.property(fc.array(fc.constantFrom("GRR", "grr", "GRR 2", "GRR-2", "…", "Logiciel")), (names) => {
        const given = new Set<string>();
        for (const name of names) given.add(freeSlug(name, (slug) => given.has(slug)));
        return given.size === names.length;
      }),
    );
  });

  it("is found in a few looks where thousands bear the name", () => {
    const given = new Set<string>();
    let looks = 0;
    for (let count = 0; count < 3_000; count += 1) {
      const isTaken = (slug: string): boolean => {
        looks += 1;
        return given.has(slug);
      };
      given.add(freeSlug("…", isTaken));
    }
    expect([given.size, given.has("logiciel-3000"), looks < 3_000 * 60]).toEqual([3_000, true, true]);
  });
});
