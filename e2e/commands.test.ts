import { spawn } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { readConfig } from "#src/platform/config.ts";
import { openPool } from "#src/platform/db/database.ts";
import { postgresServer } from "#src/platform/db/postgres-server.ts";
import { throwAwayFolder } from "#src/platform/db/throw-away-folder.ts";
import { startPlatform } from "#src/platform/start.ts";
import { aRequest } from "#src/requests/testing.ts";
import { beffroi, type CommandResult, freePort, startProcess, stopProcess } from "./process.ts";

const folder = throwAwayFolder("commands");
afterAll(() => rm(folder, { recursive: true, force: true }));

const { deps, close } = await startPlatform(readConfig({ BEFFROI_DATA: folder, LOG_LEVEL: "silent" }));
const town = await anAuthority(deps, { name: "Ville de Valmontel" });
await aRequest(deps, town);
await close();

/** The command with words on its standard input. */
async function beffroiTold(words: string, ...args: readonly string[]): Promise<CommandResult> {
  const env = { ...process.env, BEFFROI_DATA: folder, DATABASE_URL: "" };
  const child = spawn(process.execPath, ["bin/beffroi.js", ...args], { env });
  child.stdin.end(words);
  const ended = new Promise<number>((resolve) => child.once("close", (code) => resolve(code ?? -1)));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

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

describe("the beffroi command, on a public catalogue", () => {
  // The database is kept running: starting it for each command is tried above, and takes longer than the command.
  const database = postgresServer(join(folder, "postgres"));
  beforeAll(async () => void (await (await database).start()));
  afterAll(async () => (await database).stop());

  const SILL = [
    { id: 90001, i: "Carillon Municipal", l: "AGPL-3.0-or-later", "fr-desc": "Sonnerie du carillon de la tour." },
    { id: 90002, i: "=Beffroi;des villes", l: "GPL" },
    { id: 90003, l: "MIT" },
  ];
  const aFile = async (name: string, content: string): Promise<string> => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };
  const importing = async (...args: readonly string[]): Promise<CommandResult> => beffroi(folder, "catalogue", "import", ...args);

  it("imports a file, finds what it brought, and changes nothing the second time", async () => {
    const file = await aFile("sill.json", JSON.stringify(SILL));
    const report = join(folder, "report.csv");
    const first = await importing(file, "--format", "sill", "--report", report, "--json");
    expect([first.code, first.stderr]).toEqual([0, ""]);
    expect(JSON.parse(first.stdout)).toMatchObject({
      state: "done",
      created: 2,
      joined: 0,
      updated: 0,
      unchanged: 0,
      skipped: 1,
      problems: [],
    });
    const csv = await readFile(report, "utf8");
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    const lines = csv.slice(1).trim().split(/\r?\n/);
    expect(lines[0]).toBe("Résultat;Nom;Logiciel du catalogue;Identifiant dans la source;Pourquoi");
    expect(lines).toHaveLength(4);
    expect(lines.filter((line) => line.startsWith("laissé de côté;"))).toEqual([expect.stringContaining("no-name")]);
    expect(lines).toContain("créé;Carillon Municipal;carillon-municipal;90001;");
    // A spreadsheet would run what begins with an equals sign.
    expect(csv).not.toMatch(/(^|;|")=/m);

    const found = await beffroi(folder, "catalogue", "search", "sonnerie du carillon", "--json");
    expect(JSON.parse(found.stdout)[0]).toMatchObject({ name: "Carillon Municipal", free: true, licence: "AGPL-3.0-or-later" });

    const { code, stdout } = await importing(file, "--format", "sill");
    expect(code).toBe(0);
    expect(stdout).toContain("0 créés, 0 rattachés, 0 mis à jour, 2 inchangés, 1 laissés de côté.");
  });

  it("imports a file up to where it is cut, and says where", async () => {
    const whole = JSON.stringify([
      { id: 90011, i: "Girouette" },
      { id: 90012, i: "Clocheton" },
    ]);
    const { code, stdout } = await importing(await aFile("cut.json", whole.slice(0, -8)), "--format", "sill");
    expect(code).toBe(0);
    expect(stdout).toMatch(/s’interrompt à la ligne 1.*1 premières fiches/);
    expect(stdout).toContain("1 créés, ");
    const { stdout: found } = await beffroi(folder, "catalogue", "search", "Girouette", "--limit", "1");
    expect(found).toMatch(/^Girouette — licence à vérifier — /);
  });

  it("refuses a file that is not there, that is nothing, or whose format is unknown, in words, with exit code 1", async () => {
    const missing = join(folder, "nowhere.json");
    expect(await importing(missing, "--format", "sill")).toEqual({
      code: 1,
      stdout: "",
      stderr: `Ce fichier n’existe pas\u00a0: ${missing}\n`,
    });
    const empty = await importing(await aFile("empty.json", ""), "--format", "sill");
    expect([empty.code, empty.stderr]).toEqual([1, expect.stringContaining("le fichier est vide")]);
    const page = await importing(await aFile("page.html", "<html></html>"), "--format", "sill");
    expect([page.code, page.stderr]).toEqual([1, expect.stringContaining("Rien n’a pu être lu")]);
    for (const args of [[missing], [missing, "--format", "excel"], ["--format", "sill"]]) expect((await importing(...args)).code).toBe(1);
    const address = await importing("http://127.0.0.1:8080/sill.json", "--format", "sill");
    expect([address.code, address.stderr]).toEqual([1, expect.stringContaining("réseau privé")]);
  });

  it("answers each line of its standard input by one line, in order, were it empty", async () => {
    const asked = ["Photoshop", "", "traitement de texte", "zzzzqqqq", "x".repeat(2_000), "tab\tulation \u0000", "Photoshop"];
    const { code, stdout, stderr } = await beffroiTold(`${asked.join("\n")}\n`, "catalogue", "search", "-", "--json", "--limit", "3");
    expect([code, stderr]).toEqual([0, ""]);
    const answers: readonly { name: string; free: boolean }[][] = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers).toHaveLength(asked.length);
    expect(answers.every((each) => Array.isArray(each) && each.length <= 3)).toBe(true);
    expect([answers[1], answers[3], answers[4]]).toEqual([[], [], []]);
    expect(answers[0]?.[0]?.free).toBe(true);
    expect(answers[2]?.map(({ name }) => name)).toContain("LibreOffice");
    expect(answers[6]).toEqual(answers[0]);
  });

  it("answers nothing to nothing, and reads a last line without its end", async () => {
    expect(await beffroiTold("", "catalogue", "search", "-", "--json")).toEqual({ code: 0, stdout: "", stderr: "" });
    const { stdout } = await beffroiTold("Photoshop\r\nGimp", "catalogue", "search", "-", "--json", "--limit", "1");
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).length),
    ).toEqual([1, 1]);
  });
});

describe("the beffroi command, on the tokens of inventory agents", () => {
  const database = postgresServer(join(folder, "postgres"));
  beforeAll(async () => void (await (await database).start()));
  afterAll(async () => (await database).stop());

  const tokens = (...args: readonly string[]): Promise<CommandResult> => beffroi(folder, "agent-token", ...args);
  const ours = ["--authority", "ville-de-valmontel"];

  it("makes a token that opens the agents’ door at once, lists it without its secret, and revokes it at once", async () => {
    const app = await startProcess(folder, await freePort());
    const made = await tokens("create", ...ours, "--label", "Postes des écoles", "--json");
    expect([made.code, made.stderr]).toEqual([0, ""]);
    const { id, token, address } = JSON.parse(made.stdout);
    expect(address.endsWith(`/agents/${token}`)).toBe(true);
    const door = async (): Promise<number> => (await fetch(`${app.url}/agents/${token}`)).status;
    expect([await door(), (await fetch(`${app.url}/agents/${"x".repeat(token.length)}`)).status]).toEqual([200, 403]);

    const listed = await tokens("list", ...ours);
    expect(listed.stdout).toBe(`${id}\tvalable\tPostes des écoles\n`);
    const asJson = await tokens("list", ...ours, "--json");
    expect(JSON.parse(asJson.stdout)).toMatchObject([{ id, label: "Postes des écoles", revokedAt: null }]);
    expect(asJson.stdout).not.toContain(token);

    expect(await tokens("revoke", id, "--authority", "syndicat-du-val")).toMatchObject({ code: 1, stdout: "" });
    expect(await door()).toBe(200);
    expect(await tokens("revoke", id, ...ours)).toEqual({ code: 0, stdout: "Le jeton est révoqué.\n", stderr: "" });
    expect(await door()).toBe(403);
    expect((await tokens("list", ...ours)).stdout).toBe(`${id}\trévoqué\tPostes des écoles\n`);
    // It stops its PostgreSQL too: each command of the next test would start it again.
    expect(await stopProcess(app)).toBe(0);
    await (await database).start();
  });

  it("refuses an authority, a token or a name that is not one, in words, with exit code 1", async () => {
    expect(await tokens("create", "--authority", "nulle-part")).toEqual({
      code: 1,
      stdout: "",
      stderr: "Aucune collectivité «\u202fnulle-part\u202f» sur cette instance.\n",
    });
    const unknown = "Aucun jeton valable de cette collectivité n’a cet identifiant.\n";
    for (const id of ["nimporte", crypto.randomUUID()])
      expect(await tokens("revoke", id, ...ours)).toMatchObject({ code: 1, stderr: unknown });
    for (const args of [["create"], ["create", ...ours, "--label", "x".repeat(101)]]) {
      const { code, stderr } = await tokens(...args);
      expect([code, stderr]).toEqual([1, expect.stringMatching(/\S/)]);
    }
  });
});
