import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const sheets = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".css"))
  .map((name) => ({ name, text: readFileSync(join(import.meta.dirname, name), "utf8") }));

describe("the style sheets", () => {
  it("use no colour that the theme does not define: run make-theme.ts after a new one", () => {
    const defined = new Set(sheets.flatMap(({ text }) => [...text.matchAll(/(--[\w-]+)\s*:/g)].map((match) => match[1])));
    const used = sheets.flatMap(({ text }) => [...text.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1]));
    expect(used.length).toBeGreaterThan(100);
    expect([...new Set(used)].filter((name) => !defined.has(name))).toEqual([]);
  });

  it("are all part of the one that is served", () => {
    const entry = sheets.find(({ name }) => name === "styles.css")?.text ?? "";
    for (const { name } of sheets) if (name !== "styles.css") expect(entry).toContain(`"./${name}"`);
  });

  it("fetch nothing from elsewhere, nor from a data: address the CSP would refuse", () => {
    for (const { text } of sheets) expect(text).not.toMatch(/url\(["']?(https?:|data:|\/\/)/);
  });
});
