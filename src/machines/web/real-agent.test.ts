import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { testDeps } from "#src/platform/testing.ts";
import { aDoor, aToken } from "./test-agents.ts";

/** The agent of Debian, as its package installs it. Continuous integration installs it, and says so: there its absence is a failure. */
const AGENT = "/usr/bin/fusioninventory-agent";
const installed = existsSync(AGENT);
const required = process.env.BEFFROI_REAL_AGENT === "required";
const why = installed ? "" : " (skipped: the package fusioninventory-agent is not installed)";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "beffroi-agent-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Debian's agent keeps its state in /var/lib: told otherwise before its own settings are read. */
function settingsOfItsOwn(): Record<string, string> {
  const share = "/usr/share/fusioninventory";
  const lines = [
    "package BeffroiSetup;",
    "$INC{'setup.pm'} = __FILE__;",
    `our %own = (confdir => '/etc/fusioninventory', datadir => '${share}', libdir => '${share}/lib', vardir => '${folder}');`,
    "*main::setup = \\%own;",
    "1;",
  ];
  writeFileSync(join(folder, "BeffroiSetup.pm"), lines.join("\n"));
  return { PERL5OPT: `-I${folder} -MBeffroiSetup` };
}

async function agent(...args: readonly string[]): Promise<string> {
  const fixed = ["--config=none", "--no-httpd", "--logger=stderr", "--tasks=Inventory", "--debug", "--debug"];
  const env = { ...process.env, ...settingsOfItsOwn() };
  const { stderr } = await run(AGENT, [...fixed, ...args], { env, maxBuffer: 64 * 1024 * 1024, timeout: 120_000 });
  return stderr;
}

it.runIf(required)("is there, where it must be", () => {
  expect(installed).toBe(true);
});

describe.runIf(installed)(`a real FusionInventory agent${why}`, async () => {
  const deps = await testDeps();
  const origin = await aDoor(deps);

  const machinesOf = (authorityId: string) =>
    deps.db.selectFrom("machine").selectAll().where("authorityId", "=", authorityId).orderBy("firstSeenAt").execute();

  it("posts the inventory of this very machine, which is kept with its packages, then recognised", { timeout: 240_000 }, async () => {
    const town = await anAuthority(deps);
    const { token } = await aToken(deps, town.id);
    const log = await agent(`--server=${origin}/agents/${token}`);
    expect(log).not.toMatch(/\[error\]/);
    const [machine, ...others] = await machinesOf(town.id);
    expect(others).toEqual([]);
    expect(machine).toMatchObject({ system: "linux", agent: expect.stringContaining("FusionInventory-Agent_v2") });
    expect(machine?.systemName).toMatch(/Debian|Ubuntu|Linux/);
    const packages = execFileSync("dpkg-query", ["-W"], { encoding: "utf8" }).trim().split("\n");
    const { count } = await deps.db
      .selectFrom("package")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    expect(packages.length).toBeGreaterThan(50);
    expect(count).toBeGreaterThanOrEqual(packages.length * 0.95);
    const perl = await deps.db.selectFrom("package").select(["id", "origin"]).where("name", "=", "perl").executeTakeFirstOrThrow();
    expect(perl.origin).toBe("deb");
    expect(machine?.unmapped).toContain(perl.id);

    deps.clock.advance(1);
    await agent(`--server=${origin}/agents/${token}`);
    expect(await machinesOf(town.id)).toHaveLength(1);
    const contact = await deps.db.selectFrom("machineContact").selectAll().where("authorityId", "=", town.id).executeTakeFirstOrThrow();
    expect(contact.lastSeenAt).toEqual(deps.now());
  });

  it("does so by a password, uncompressed too, and is told when the token is wrong", { timeout: 240_000 }, async () => {
    const town = await anAuthority(deps, { name: "Ville du mot de passe" });
    const { token } = await aToken(deps, town.id);
    const refusal = await agent(`--server=${origin}/agents/${"x".repeat(24)}`);
    expect(refusal).toMatch(/\[error\].*403/);
    expect(await machinesOf(town.id)).toEqual([]);
    const log = await agent(`--server=${origin}/agents`, "--user=agent", `--password=${token}`, "--no-compression");
    expect(log).not.toMatch(/\[error\]/);
    expect(await machinesOf(town.id)).toHaveLength(1);
  });
});
