import { describe, expect, it } from "vitest";
import { localPath } from "./local-path.ts";

describe("where one goes after signing in", () => {
  it("is a path of ours, with its query", () => {
    expect(localPath("/demandes?page=2")).toBe("/demandes?page=2");
    expect(localPath("/demandes/../parc")).toBe("/parc");
  });

  it.each([
    ["another site", "https://evil.example/"],
    ["another site without its protocol", "//evil.example"],
    ["another site behind a backslash", "/\\evil.example"],
    ["another site behind a tab", "/\t/evil.example"],
    ["another site once dots are resolved", "/.//evil.example"],
    ["another site once dots go up", "/a/..//evil.example"],
    ["another site behind encoded dots", "/%2e//evil.example"],
    ["a script", "javascript:alert(1)"],
    ["nothing", ""],
    ["a text without end", `/${"a".repeat(5000)}`],
  ])("is the home page for %s", (_, text) => {
    expect(localPath(text)).toBe("/");
  });

  it("is the home page when it is not said", () => {
    expect(localPath(undefined)).toBe("/");
  });
});
