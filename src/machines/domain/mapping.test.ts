import { describe, expect, it } from "vitest";
import { globOf } from "./glob.ts";
import { compileRules, type MappingRule, verdictOf } from "./mapping.ts";
import { nameKeyOf, verdictFor } from "./package-choice.ts";
import { familyOf } from "./package-family.ts";

const software = (family: MappingRule["family"], pattern: string, slug: string, vendor?: string): MappingRule => ({
  family,
  pattern,
  vendor,
  slug,
  verdict: "software",
});
const part = (family: MappingRule["family"], pattern: string): MappingRule => ({ family, pattern, verdict: "part" });
const deb = (name: string, publisher = "Debian") => ({ name, publisher, origin: "deb" });

describe("the rules of packages", () => {
  const rules = compileRules([
    software("deb", "libreoffice-*", "libreoffice"),
    software("deb", "firefox-esr", "firefox"),
    software("deb", "libki", "libki"),
    software("desktop", "7-Zip *", "7-zip"),
    software("desktop", "Reader*", "adobe-acrobat", "Adobe*"),
    part("deb", "lib*"),
    part("deb", "*-dev"),
    part("deb", "libreoffice-l10n-*"),
    part("desktop", "*(KB*"),
  ]);

  it("know a whole name, whatever its case, and no other", () => {
    expect(verdictOf(deb("firefox-esr"), rules)).toEqual({ verdict: "software", slug: "firefox" });
    expect(verdictOf(deb("Firefox-ESR "), rules)).toEqual({ verdict: "software", slug: "firefox" });
    expect(verdictOf(deb("firefox-es"), rules)).toEqual({ verdict: "unknown" });
  });

  it("read a whole name before a pattern, and the more precise of two patterns", () => {
    expect(verdictOf(deb("libki"), rules)).toEqual({ verdict: "software", slug: "libki" });
    expect(verdictOf(deb("libreoffice-writer"), rules)).toEqual({ verdict: "software", slug: "libreoffice" });
    expect(verdictOf(deb("libreoffice-l10n-fr"), rules)).toEqual({ verdict: "part" });
    expect(verdictOf(deb("libc6"), rules)).toEqual({ verdict: "part" });
    expect(verdictOf(deb("zlib1g-dev"), rules)).toEqual({ verdict: "part" });
  });

  it("hold for one origin alone", () => {
    expect(verdictOf({ ...deb("firefox-esr"), origin: "rpm" }, rules)).toEqual({ verdict: "unknown" });
    expect(verdictOf({ name: "7-Zip 24.08 (x64)", publisher: "Igor Pavlov", origin: "registry" }, rules)).toEqual({
      verdict: "software",
      slug: "7-zip",
    });
  });

  it("ask for the publisher where they name one", () => {
    const reader = { name: "Reader DC", origin: "registry" };
    expect(verdictOf({ ...reader, publisher: "Adobe Inc." }, rules)).toEqual({ verdict: "software", slug: "adobe-acrobat" });
    expect(verdictOf({ ...reader, publisher: "Somebody" }, rules)).toEqual({ verdict: "unknown" });
  });

  it("find a pattern in the middle of a name", () => {
    expect(verdictOf({ name: "Update for Office (KB2553140) 64-Bit", publisher: "", origin: "WMI" }, rules)).toEqual({ verdict: "part" });
  });

  it("do not read a name that no machine has", () => {
    expect(verdictOf(deb(`lib${"a".repeat(297)}`), rules)).toEqual({ verdict: "part" });
    expect(verdictOf(deb(`lib${"a".repeat(298)}`), rules)).toEqual({ verdict: "unknown" });
    expect(verdictOf(deb(""), rules)).toEqual({ verdict: "unknown" });
  });
});

describe("a pattern", () => {
  it("lets each star stand for any text, each character of the name counted once", () => {
    const matches = globOf("a*b*a");
    expect(["aba", "axbxa", "abba"].map(matches)).toEqual([true, true, true]);
    expect(["ab", "a", "aa", "abab", "xaba"].map(matches)).toEqual([false, false, false, false, false]);
    expect(globOf("aa*aa")("aaa")).toBe(false);
  });

  it("costs no more than a pass over the longest of names", () => {
    const matches = globOf(`${"a*".repeat(100)}b`);
    const started = performance.now();
    expect(matches("a".repeat(100_000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe("an authority's choice", () => {
  const rules = compileRules([software("desktop", "Antidote*", "antidote")]);
  const antidote = { name: "Antidote 11", publisher: "Druide", origin: "registry" };

  it("goes before the rules", () => {
    expect(verdictFor(antidote, rules, new Map())).toEqual({ verdict: "software", slug: "antidote" });
    expect(verdictFor(antidote, rules, new Map([["antidote 11", { verdict: "part" }]]))).toEqual({ verdict: "part" });
  });

  it("holds for the next version: figures with a point, architectures and case are not in its name", () => {
    const names = ["LibreOffice 24.8.4.2", "libreoffice  25.2.1", "LibreOffice (x64) v7.0", "LIBREOFFICE"];
    expect(names.map(nameKeyOf)).toEqual(names.map(() => "libreoffice"));
    expect(nameKeyOf("OpenVPN 2.3.8-I001 ")).toBe("openvpn");
    expect(nameKeyOf("Notepad++ (64-bit x64)")).toBe("notepad++");
  });

  it("keeps what tells two software apart", () => {
    expect(nameKeyOf("Office 2016")).toBe("office 2016");
    expect(nameKeyOf("python3.11")).toBe("python3.11");
    expect(nameKeyOf("1.2.3")).toBe("1.2.3");
  });
});

it("reads the origins as agents write them", () => {
  expect(["deb", "registry", "WMI", "uwp", "", "Flatpak", "pacman"].map(familyOf)).toEqual([
    "deb",
    "desktop",
    "desktop",
    "desktop",
    "desktop",
    "flatpak",
    "other",
  ]);
});
