import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { fetchRemote } from "#src/platform/remote/fetch-remote.ts";
import { aClosedPort, aServer } from "#src/platform/remote/testing.ts";
import type { SourceFormat } from "../domain/source-record.ts";
import { type Fetch, gatherFiles, LARGEST_FILE } from "./gather-files.ts";

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "beffroi-gather-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A file that claims this many bytes, and takes none of the disk. */
function aSparseFile(path: string, bytes: number): void {
  closeSync(openSync(path, "w"));
  truncateSync(path, bytes);
}

const never: Fetch = () => Promise.reject(new Error("Nothing is fetched here"));
const onLoopback: Fetch = (url, options) => fetchRemote(url, { ...options, retries: 0, allowPrivate: true });

async function gathered(format: SourceFormat, place: string, fetch: Fetch = never): Promise<unknown> {
  const result = await gatherFiles(format, place, fetch);
  if (!result.ok) return result.error;
  const files = result.value.files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]);
  return { files, missed: result.value.missed };
}

describe("the files of a place", () => {
  it("are one file, by the name that was given", async () => {
    const path = join(aFolder(), "sill.json");
    writeFileSync(path, "[1]");
    expect(await gathered("sill", path)).toEqual({ files: [[path, "[1]"]], missed: [] });
  });

  it("are those of a folder and of the folders inside, in the order of their names, without what is of another kind", async () => {
    const folder = aFolder();
    mkdirSync(join(folder, "b.yml"));
    for (const name of ["c.yaml", "a.yml", "b.yml/z.yml", "read.me", "x.json", "y.txt"]) writeFileSync(join(folder, name), name);
    expect(await gathered("publiccode", folder)).toEqual({
      files: [
        ["a.yml", "a.yml"],
        ["b.yml/z.yml", "b.yml/z.yml"],
        ["c.yaml", "c.yaml"],
      ],
      missed: [],
    });
    expect(await gathered("sill", folder)).toEqual({ files: [["x.json", "x.json"]], missed: [] });
    expect(await gathered("sill", join(folder, "b.yml"))).toEqual({ files: [], missed: [] });
  });

  it("are refused when there is none", async () => {
    const place = join(aFolder(), "nowhere.json");
    expect(await gathered("sill", place)).toEqual({ kind: "no-such-file", place });
  });

  it("are refused unread above 16 MB", async () => {
    const folder = aFolder();
    const place = join(folder, "huge.json");
    aSparseFile(place, 17 * 1024 * 1024);
    expect(await gathered("sill", place)).toEqual({ kind: "too-large", place, most: 16 * 1024 * 1024 });
    // So large that reading it would be refused by Node itself.
    aSparseFile(place, 3 * 1024 ** 3);
    expect(await gathered("sill", place)).toMatchObject({ kind: "too-large" });
    writeFileSync(join(folder, "small.json"), "[]");
    expect(await gathered("sill", folder)).toEqual({
      files: [["small.json", "[]"]],
      missed: [{ place: "huge.json", reason: "too-large" }],
    });
    aSparseFile(place, LARGEST_FILE);
    const atMost = await gatherFiles("sill", place, never);
    expect(atMost.ok && atMost.value.files[0]?.bytes.byteLength).toBe(LARGEST_FILE);
  });
});

describe("a folder", () => {
  it("of which a file is left out has it named with why: one too many, too large, gone, or too heavy with the others", async () => {
    const folder = aFolder();
    for (const name of ["a.json", "b.json"]) writeFileSync(join(folder, name), "[]");
    expect(await gathered("sill", folder)).toEqual({ files: [["a.json", "[]"]], missed: [{ place: "b.json", reason: "one-too-many" }] });
    symlinkSync(join(folder, "nowhere"), join(folder, "gone.yml"));
    aSparseFile(join(folder, "large.yml"), 2 * 1024 * 1024);
    writeFileSync(join(folder, "whole.yml"), "name: GRR");
    expect(await gathered("publiccode", folder)).toEqual({
      files: [["whole.yml", "name: GRR"]],
      missed: [
        { place: "gone.yml", reason: "no-such-file" },
        { place: "large.yml", reason: "too-large" },
      ],
    });
    const heavy = aFolder();
    for (let number = 100; number < 140; number++) aSparseFile(join(heavy, `${number}.yml`), 1024 * 1024);
    const result = await gatherFiles("publiccode", heavy, never);
    if (!result.ok) throw new Error("A folder is read");
    expect([result.value.files.length, result.value.missed.length]).toEqual([32, 8]);
    expect(result.value.missed[0]).toEqual({ place: "132.yml", reason: "too-much-in-all" });
  });
});

describe("the files of an address", () => {
  it("are what it answers, asked for with a bound", async () => {
    const server = await aServer((_, response) => response.end("[1]"));
    const asked: unknown[] = [];
    const fetch: Fetch = (url, options) => {
      asked.push([url, options.maxBytes]);
      return onLoopback(url, options);
    };
    expect(await gathered("sill", `${server.url}sill.json`, fetch)).toEqual({ files: [[`${server.url}sill.json`, "[1]"]], missed: [] });
    expect(asked).toEqual([[`${server.url}sill.json`, LARGEST_FILE]]);
  });

  it("are refused with the reason, and the status where there is one", async () => {
    const server = await aServer((_, response) => response.writeHead(404).end());
    expect(await gathered("sill", server.url, onLoopback)).toEqual({
      kind: "not-fetched",
      place: server.url,
      reason: "http-status",
      status: 404,
    });
    const closed = `http://127.0.0.1:${await aClosedPort()}/`;
    expect(await gathered("sill", closed, onLoopback)).toMatchObject({ kind: "not-fetched", reason: "refused", status: null });
  });

  it("are never asked of a private network", async () => {
    const server = await aServer((_, response) => response.end("[1]"));
    const place = server.url.toUpperCase();
    const result = await gatherFiles("sill", place);
    expect(result).toEqual({ ok: false, error: { kind: "not-fetched", place, reason: "private-address", status: null } });
    expect(server.asked).toEqual([]);
  });
});

describe("a list of addresses", () => {
  it("brings each address that answers, and says of the others why they are missing", async () => {
    const server = await aServer(({ url }, response) => {
      if (url === "/gone.yml") response.writeHead(410).end();
      else response.end(`name: ${url}`);
    });
    const at = (path: string): string => `${server.url}${path}`;
    const place = join(aFolder(), "list.txt");
    writeFileSync(place, `# ours\r\n${at("a.yml")}\r\n\r\n  ${at("gone.yml")}\t\n#${at("no.yml")}\nfile:///etc/passwd\n${at("b.yml")}`);
    expect(await gathered("publiccode", place, onLoopback)).toEqual({
      files: [
        [at("a.yml"), "name: /a.yml"],
        [at("b.yml"), "name: /b.yml"],
      ],
      missed: [
        { place: at("gone.yml"), reason: "http-status" },
        { place: "file:///etc/passwd", reason: "not-http" },
      ],
    });
    expect(server.asked.map(({ url }) => url)).toEqual(["/a.yml", "/gone.yml", "/b.yml"]);
  });

  it("is one of publiccode.yml alone, of 500 addresses at most", async () => {
    const place = join(aFolder(), "list.txt");
    writeFileSync(place, "https://example.org/a.yml\n".repeat(600));
    let asked = 0;
    const fetch: Fetch = async () => {
      asked += 1;
      return { kind: "failed", reason: "timeout", retryable: true };
    };
    expect(await gathered("sill", place, fetch)).toMatchObject({ files: [[place, expect.stringContaining("example.org")]] });
    expect(asked).toBe(0);
    expect(await gathered("publiccode", place, fetch)).toMatchObject({ files: [], missed: { length: 600 } });
    expect(asked).toBe(500);
    writeFileSync(place, "https://example.org/a.yml\n".repeat(2_000));
    const most = await gatherFiles("publiccode", place, fetch);
    expect(most.ok && [most.value.missed.length, most.value.missed.at(-1)]).toEqual([1_001, { place: "+ 1000", reason: "one-too-many" }]);
  });
});
