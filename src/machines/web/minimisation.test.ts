import { XMLBuilder, XMLParser } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { testDeps } from "#src/platform/testing.ts";
import { aDoor, aToken, dumpOfMachines, haveRealFiles, post, realFile, realFileNames, WHY_SKIPPED } from "./test-agents.ts";

const deps = await testDeps();
const origin = await aDoor(deps);

/** All that may be kept of an inventory, by where it stands. Everything else must leave no trace. */
const KEPT = [
  /^(action|deviceid|itemtype|partial|query)$/,
  /^content\.versionclient$/,
  /^content\.hardware\.(name|chassis_type|vmsystem|osname|osversion|archname)$/,
  /^content\.bios\.(smodel|mmodel)$/,
  /^content\.operatingsystem\.(full_name|name|kernel_name|kernel_version|version)$/,
  /^content\.softwares\.(name|version|publisher|from)$/,
];

type Leaf = { readonly path: string; readonly text: string };

function leavesOf(value: unknown, path = ""): readonly Leaf[] {
  if (Array.isArray(value)) return value.flatMap((each) => leavesOf(each, path));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([name, each]) =>
      leavesOf(each, path === "" ? name.toLowerCase() : `${path}.${name.toLowerCase()}`),
    );
  return value === null || value === undefined || value === "" ? [] : [{ path, text: String(value) }];
}

/** Each mark is used once in the file: packages are remembered from one inventory to the next. */
let made = 0;

/** The same content with a mark in the place of each value that must not be kept, or else of each that may. */
function marked(value: unknown, which: "kept" | "dropped", marks: string[], path = ""): unknown {
  if (Array.isArray(value)) return value.map((each) => marked(each, which, marks, path));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        name,
        marked(each, which, marks, path === "" ? name.toLowerCase() : `${path}.${name.toLowerCase()}`),
      ]),
    );
  const kept = KEPT.some((pattern) => pattern.test(path));
  const replaced = which === "dropped" ? !kept : /^content\.(hardware\.name|softwares\.name|softwares\.publisher)$/.test(path);
  if (!replaced || value === null || value === undefined) return value;
  made += 1;
  marks.push(`Zq${made}Qz`);
  return marks.at(-1);
}

type RealMessage = { readonly content: unknown; readonly write: (content: unknown) => string };

/** Read by a program that is not ours. */
function realMessage(name: string): RealMessage {
  const text = realFile(name).toString("utf8");
  if (name.endsWith(".json")) return { content: JSON.parse(text), write: (content) => JSON.stringify(content) };
  const read = new XMLParser({ ignoreDeclaration: true, parseTagValue: false }).parse(text) as { REQUEST: unknown };
  return { content: read.REQUEST, write: (content) => new XMLBuilder({}).build({ REQUEST: content }) };
}

async function dumpAfter(body: string | Buffer): Promise<{ readonly status: number; readonly dump: string }> {
  const town = await anAuthority(deps);
  const { token } = await aToken(deps, town.id);
  const { status } = await post(`${origin}/agents/${token}`, body);
  return { status, dump: Object.values(await dumpOfMachines(deps, town.id)).join("\n") };
}

/** In clear, or in the hexadecimal of bytes. */
function marksIn(dump: string): ReadonlySet<string> {
  const hidden = [...dump.matchAll(/5a71((?:3\d)+)517a/g)].map(([whole]) => Buffer.from(whole, "hex").toString());
  return new Set([...(dump.match(/Zq\d+Qz/g) ?? []), ...hidden]);
}

const inventories = realFileNames().filter((name) => /^(computer_.*\.json|legacy-(1|2|3|4|13|14)\.xml)$/.test(name));

describe.runIf(haveRealFiles)(`what is kept of a real inventory${WHY_SKIPPED}`, () => {
  it("is looked for in all fifteen inventories of machines", () => {
    expect(inventories).toHaveLength(15);
  });

  for (const name of inventories) {
    it(`${name}: a mark in each value that must not be kept is found nowhere; a mark in those that may be is found`, async () => {
      const { content, write } = realMessage(name);
      const dropped: string[] = [];
      const { status, dump } = await dumpAfter(write(marked(content, "dropped", dropped)));
      expect(status).toBe(200);
      expect(dropped.length).toBeGreaterThan(15);
      const found = marksIn(dump);
      expect(dropped.filter((mark) => found.has(mark))).toEqual([]);

      const kept: string[] = [];
      const control = await dumpAfter(write(marked(content, "kept", kept)));
      expect(kept.length).toBeGreaterThan(0);
      const there = marksIn(control.dump);
      expect(kept.filter((mark) => !there.has(mark))).toEqual([]);
    });

    it(`${name}: as it is, none of its users, accounts, processes, addresses, keys and serial numbers is in the database`, async () => {
      const leaves = leavesOf(realMessage(name).content);
      const may = leaves.filter(({ path }) => KEPT.some((pattern) => pattern.test(path))).map(({ text }) => text.toLowerCase());
      // Shorter than this, a value is found by chance; and a machine may be named after its user, or a package be an account's name.
      const secrets = leaves
        .filter(({ path, text }) => text.trim().length >= 6 && !KEPT.some((pattern) => pattern.test(path)))
        .map(({ text }) => text.trim().toLowerCase())
        .filter((text, index, all) => all.indexOf(text) === index && !may.includes(text));
      const { status, dump } = await dumpAfter(realFile(name));
      expect(status).toBe(200);
      expect(secrets.length).toBeGreaterThan(10);
      const [lower, allowed] = [dump.toLowerCase(), may.join("\n")];
      const found = secrets.filter((text) => !/^[\d.: -]+$/.test(text) && lower.includes(text));
      expect(found.filter((text) => !allowed.includes(text))).toEqual([]);
    });
  }
});
