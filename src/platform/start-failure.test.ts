import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";
import { openPool } from "./db/database.ts";
import { postgresServer } from "./db/postgres-server.ts";
import { testUrl } from "./db/test-server.ts";
import { throwAwayFolder } from "./db/throw-away-folder.ts";
import { startPlatform } from "./start.ts";
import { startFailureInWords } from "./start-failure.ts";

const folder = throwAwayFolder("start");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is printed when it does not start; undefined for a fault of ours. */
async function printed(env: Readonly<Record<string, string>>): Promise<string | undefined> {
  try {
    await (await startPlatform(readConfig({ BEFFROI_DATA: join(folder, "data"), ...env }))).close();
    return "it started";
  } catch (fault) {
    return startFailureInWords(fault, { BEFFROI_DATA: join(folder, "data"), ...env });
  }
}

describe("where it cannot start, whoever operates it is told why in words", () => {
  it("for each setting that is wrong", async () => {
    const cases: readonly [string, RegExp][] = [
      ["bonjour", /^DATABASE_URL doit être une adresse/],
      ["postgresql://a:b@c@d:x/y", /^DATABASE_URL ne peut pas être lue/],
      ["postgresql://a:secret@127.0.0.1:1/x", /^La base de DATABASE_URL \(127\.0\.0\.1:1\/x\) ne s’ouvre pas\u00a0: aucun PostgreSQL/],
      ["postgresql://a:secret@nowhere.invalid/x", /cette machine n’existe pas|ne peut pas être cherché/],
      [testUrl("never_made"), /ne s’ouvre pas\u00a0: cette base n’existe pas\.$/],
      [testUrl("postgres").replace("//postgres@", "//nobody@"), /ne s’ouvre pas\u00a0: cet utilisateur n’y est pas admis\.$/],
    ];
    for (const [DATABASE_URL, words] of cases) {
      const said = await printed({ DATABASE_URL });
      expect(said).toMatch(words);
      expect(said).not.toContain("secret");
    }
    expect(await printed({ PORT: "abc" })).toMatch(/^PORT doit être/);
    expect(startFailureInWords(new TypeError("a fault of ours"), {})).toBeUndefined();
  });

  it("for a data folder that is a file, and for a PostgreSQL that refuses its own", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    expect(await printed({ BEFFROI_DATA: file })).toBe(`Le dossier de données ${file} ne peut pas être écrit (EEXIST).`);
    const broken = join(folder, "broken");
    mkdirSync(join(broken, "postgres/data"), { recursive: true });
    writeFileSync(join(broken, "postgres/data/PG_VERSION"), "18\n");
    const began = Date.now();
    expect(await printed({ BEFFROI_DATA: broken })).toMatch(/^PostgreSQL ne fonctionne pas\u00a0: /);
    expect(Date.now() - began).toBeLessThan(30_000);
  });
});

describe("a connection that PostgreSQL cuts", () => {
  it("fails its next query, and nothing else", async () => {
    const server = await postgresServer(join(folder, "cut"), ["fsync=off"]);
    await server.start();
    const pool = openPool(server.url("postgres"));
    const client = await pool.connect();
    await client.query("begin");
    await server.stop();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await expect(client.query("select 1")).rejects.toThrow();
    client.release(true);
    await server.start();
    expect((await pool.query("select 1 as it")).rows).toEqual([{ it: 1 }]);
    await pool.end();
    await server.stop();
  });
});
