import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { readConfig } from "#src/platform/config.ts";
import { openPool } from "#src/platform/db/database.ts";
import { postgresServer } from "#src/platform/db/postgres-server.ts";
import { startPlatform } from "#src/platform/start.ts";
import { aRequest } from "#src/requests/testing.ts";
import { beffroi, freePort, startProcess, stopProcess } from "./process.ts";

const folder = await mkdtemp(join(tmpdir(), "beffroi-commands-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const { deps, close } = await startPlatform(readConfig({ BEFFROI_DATA: folder, LOG_LEVEL: "silent" }));
const town = await anAuthority(deps, { name: "Ville de Valmontel" });
await aRequest(deps, town);
await close();

describe("the beffroi command", () => {
  it("answers with the server stopped, and leaves PostgreSQL stopped", async () => {
    const { code, stdout } = await beffroi(folder, "catalogue", "search", "Photoshop", "--limit", "5", "--json");
    expect(code).toBe(0);
    const found = JSON.parse(stdout);
    expect(found.length).toBeLessThanOrEqual(5);
    expect(found[0]).toMatchObject({ free: true });
    expect(Object.keys(found[0]).sort()).toEqual(["aliases", "free", "licence", "name", "score", "why"]);
    expect(found.map(({ name }: { name: string }) => name)).toContain("GIMP");
    const server = await postgresServer(join(folder, "postgres"));
    const { wasRunning } = await server.start();
    await server.stop();
    expect(wasRunning).toBe(false);
  });

  it("answers the same with the server running, and leaves it running", async () => {
    const app = await startProcess(folder, await freePort());
    const listed = await beffroi(folder, "authority", "list", "--json");
    expect(JSON.parse(listed.stdout)).toEqual([{ slug: "ville-de-valmontel", name: "Ville de Valmontel" }]);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    expect(await stopProcess(app)).toBe(0);
  });

  it("opens one more authority, whose administrator is invited by link", async () => {
    const { code, stdout } = await beffroi(
      folder,
      "authority",
      "create",
      "Syndicat du Val",
      "--kind",
      "syndicat",
      "--admin-name",
      "Anne Val",
      "--admin-email",
      "anne@val.example",
    );
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^http\S+\/invitation\/\S{20,}\n$/)]);
    const listed = await beffroi(folder, "authority", "list");
    expect(listed.stdout).toContain("syndicat-du-val\tSyndicat du Val");
  });

  it("verifies the journal, and names the first entry that was tampered with, with exit code 1", async () => {
    expect(await beffroi(folder, "journal", "verify")).toMatchObject({ code: 0 });
    const server = await postgresServer(join(folder, "postgres"));
    await server.start();
    const pool = openPool(server.url("beffroi"));
    await expect(pool.query("update journal_entry set what = 'nothing'")).rejects.toThrow(/never changed/);
    await pool.query("alter table journal_entry disable trigger append_only");
    const { rows } = await pool.query("update journal_entry set role = 'guarantor' where what = 'need-submitted' returning id, sequence");
    await pool.query("alter table journal_entry enable trigger append_only");
    await pool.end();
    await server.stop();
    const { code, stderr } = await beffroi(folder, "journal", "verify");
    expect(code).toBe(1);
    expect(stderr).toContain(rows[0].id);
  });

  it("refuses what it does not understand, in words, with exit code 1", async () => {
    for (const args of [
      ["catalogue", "search", ""],
      ["catalogue", "search", "x".repeat(10_000)],
      ["catalogue", "search", "x", "--limit", "0"],
      ["journal", "verify", "--authority", "nulle-part"],
      ["inconnu"],
    ]) {
      const { code, stderr } = await beffroi(folder, ...args);
      expect([args[1]?.slice(0, 10), code]).toEqual([args[1]?.slice(0, 10), 1]);
      expect(stderr).not.toBe("");
    }
  });
});
