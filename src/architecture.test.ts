import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/** The house's rules, executable: who may import what, how large a file may grow, which names say nothing. */

type Source = { readonly path: string; readonly text: string; readonly imports: readonly string[] };

const FILES = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => sourceOf(join("src", name)));
const CODE = FILES.filter(({ path }) => !/\.test\.tsx?$/.test(path));
const LAYERS = ["domain", "usecases", "db", "web"] as const;
const PLATFORM_ONLY_FOR_WEB = /^src\/platform\/(http|ui)\//;

function sourceOf(path: string): Source {
  const text = readFileSync(path, "utf8");
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, specifier]) => specifier ?? "");
  return { path, text, imports: specifiers.map((specifier) => resolved(path, specifier)) };
}

function resolved(path: string, specifier: string): string {
  if (specifier.startsWith("#src/")) return specifier.slice(1);
  return specifier.startsWith(".") ? normalize(join(dirname(path), specifier)) : specifier;
}

type Place = { readonly slice: string; readonly layer: string };

function placeOf(path: string): Place {
  const [, first = "", second = ""] = path.split("/");
  if (first === "kernel" || first === "platform") return { slice: first, layer: first };
  if (/^(main|app|cli)\.tsx?$/.test(first) || first === "architecture.test.ts") return { slice: "", layer: "root" };
  if (/^(public|testing)\.ts$/.test(second)) return { slice: first, layer: second.replace(".ts", "") };
  return { slice: first, layer: LAYERS.find((layer) => layer === second) ?? "slice" };
}

const NODE_OR_PACKAGE = (target: string): boolean => !target.startsWith("src/");
const KYSELY = (target: string): boolean => target === "kysely";

/** Why a file of this place may not import that; undefined when it may. */
function whyNot(from: Place, target: string): string | undefined {
  if (from.layer === "root") return undefined;
  if (NODE_OR_PACKAGE(target))
    return from.layer === "domain" || from.layer === "kernel" || (from.layer === "db" && !KYSELY(target)) ? "packages" : undefined;
  const to = placeOf(target);
  if (to.layer === "root") return "the root";
  if (to.slice === "kernel") return undefined;
  if (from.layer === "kernel") return "anything but the kernel";
  if (to.slice === "platform") return whyNotPlatform(from, target);
  if (from.layer === "platform") return "a slice";
  if (to.slice !== from.slice)
    return to.layer === "public" && from.layer !== "domain" && from.layer !== "db" ? undefined : "another slice, save by its public.ts";
  const allowed: Readonly<Record<string, readonly string[]>> = {
    domain: ["domain"],
    db: ["db", "domain"],
    usecases: ["usecases", "domain", "db", "slice"],
    web: ["web", "usecases", "domain", "db", "slice"],
    public: ["domain", "db", "usecases", "slice"],
    testing: ["domain", "db", "usecases", "slice", "public"],
    slice: ["slice", "domain", "db", "usecases"],
  };
  return allowed[from.layer]?.includes(to.layer) ? undefined : `the layer ${to.layer}`;
}

function whyNotPlatform(from: Place, target: string): string | undefined {
  if (from.layer === "platform") return undefined;
  if (from.layer === "domain") return "the platform";
  if (from.layer === "db") return target.startsWith("src/platform/db/") ? undefined : "the platform, save its db";
  return from.layer !== "web" && from.layer !== "slice" && PLATFORM_ONLY_FOR_WEB.test(target) ? "http and ui" : undefined;
}

describe("the house", () => {
  it("has files to look at", () => {
    expect(CODE.length).toBeGreaterThan(150);
    expect(CODE.filter(({ path }) => placeOf(path).layer === "domain").length).toBeGreaterThan(10);
  });

  it("lets each layer import only what it may", () => {
    const faults = CODE.filter(
      ({ path }) => !path.endsWith("testing.ts") && !path.endsWith("test-server.ts") && !path.endsWith("test-app.ts"),
    ).flatMap(({ path, imports }) =>
      imports.flatMap((target) => {
        const why = whyNot(placeOf(path), target);
        return why === undefined ? [] : [`${path} imports ${target}: ${why}`];
      }),
    );
    expect(faults).toEqual([]);
  });

  it("has no circle of slices", () => {
    const edges = new Map<string, Set<string>>();
    for (const { path, imports } of CODE) {
      const from = placeOf(path).slice;
      for (const target of imports.filter((each) => each.startsWith("src/"))) {
        const to = placeOf(target).slice;
        if (from !== "" && to !== from && to !== "kernel" && to !== "platform") edges.set(from, (edges.get(from) ?? new Set()).add(to));
      }
    }
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      [...(edges.get(from) ?? [])].some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));
    expect([...edges.keys()].filter((slice) => reaches(slice, slice))).toEqual([]);
  });

  it("keeps every file under 300 lines", () => {
    const large = CODE.filter(({ path }) => !path.endsWith("platform/db/schema.ts")).filter(({ text }) => text.split("\n").length > 300);
    expect(large.map(({ path }) => path)).toEqual([]);
  });

  it("has no name that says nothing, no any, no default export, no raw markup", () => {
    expect(FILES.filter(({ path }) => /\/(utils?|helpers?|manager|common|base|misc)[./]/.test(path)).map(({ path }) => path)).toEqual([]);
    const forbidden = /: any\b|\bas any\b|export default|dangerouslySetInnerHTML|[^.\w]raw\(|\bTODO\b|\bFIXME\b/;
    expect(
      CODE.filter(({ path, text }) => forbidden.test(text) && !/(schema|test-server)\.ts$/.test(path)).map(({ path }) => path),
    ).toEqual([]);
  });

  it("says nothing in French outside texts, words and commands", () => {
    const spoken =
      /texts|words|sentences|labels|cli\.ts|main\.ts|config\.ts|password-reset|mail|start\.ts|gallery|starter|testing|data\/|demonstration|kernel\/money|kernel\/agent/;
    const french = /"[^"\n]*\b(?:vous|votre|cette|n’est|aucun|demande|logiciel)\b[^"\n]* [^"\n]*"/i;
    const domain = CODE.filter(({ path }) => ["domain", "usecases", "db"].includes(placeOf(path).layer) && !spoken.test(path));
    expect(domain.filter(({ text }) => french.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
