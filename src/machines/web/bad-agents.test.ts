import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { deflateSync, gzipSync, inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { testDeps } from "#src/platform/testing.ts";
import { aDoor, aToken, haveRealFiles, post, realFile, realFileNames, type Sent, WHY_SKIPPED } from "./test-agents.ts";

const deps = await testDeps();
const origin = await aDoor(deps, { slowestBodyMs: 1_000 });
const town = await anAuthority(deps);
const { token } = await aToken(deps, town.id);
const door = `${origin}/agents/${token}`;

const machinesOf = (authorityId: string = town.id) =>
  deps.db.selectFrom("machine").selectAll().where("authorityId", "=", authorityId).orderBy("id").execute();
const unzipped = ({ bytes }: Sent): string => inflateSync(bytes).toString();

const GOOD = {
  action: "inventory",
  deviceid: "bon-poste",
  content: {
    hardware: { name: "bon-poste", uuid: "4C4C4544-0034-3010-8048-B6C04F503732" },
    operatingsystem: { full_name: "Debian GNU/Linux 12", kernel_name: "linux" },
    softwares: [{ name: "gimp", version: "2.10", from: "deb" }],
  },
};
const xml = (content: string, query = "INVENTORY", head = '<?xml version="1.0" encoding="UTF-8"?>'): string =>
  `${head}<REQUEST><DEVICEID>bon-poste</DEVICEID><QUERY>${query}</QUERY><CONTENT>${content}</CONTENT></REQUEST>`;
const HARDWARE = "<HARDWARE><NAME>bon-poste</NAME><UUID>4C4C4544-0034-3010-8048-B6C04F503732</UUID></HARDWARE>";
const bomb = (kind: string): Buffer => gzipSync(deflateSync(Buffer.from(kind.repeat(60_000_000 / kind.length))));

describe("a message that cannot be kept", () => {
  const truncated = deflateSync(JSON.stringify({ ...GOOD, pad: Array.from({ length: 4_000 }, (_, index) => `x${index}`) }));
  const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;&lol;">]><REQUEST>&lol1;</REQUEST>`;
  const cases: Readonly<Record<string, readonly [Buffer | string, number]>> = {
    "an empty body": ["", 400],
    "a compressed stream that is cut": [truncated.subarray(0, truncated.length - 500), 400],
    "a compressed stream that is damaged": [Buffer.concat([truncated.subarray(0, 20), Buffer.alloc(400, 7)]), 400],
    "a zip bomb": [deflateSync(Buffer.alloc(200_000_000, 0x20)), 413],
    "a zip bomb in a zip bomb": [bomb(" "), 400],
    "a bomb of empty objects": [deflateSync(`{"content":[${"{},".repeat(4_000_000)}{}]}`), 413],
    "JSON nested two hundred thousand times": [deflateSync(`${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}`), 400],
    "XML nested a thousand times": [deflateSync(`${"<a>".repeat(1_000)}${"</a>".repeat(1_000)}`), 400],
    "a billion laughs": [deflateSync(laughs), 400],
    "an external entity": [deflateSync('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><REQUEST>&x;</REQUEST>'), 400],
    "JSON that is cut": [JSON.stringify(GOOD).slice(0, -3), 400],
    "XML that is cut": [xml(`${HARDWARE}<SOFTWARES><NAME>gimp</NAME></SOFTWARES>`).slice(0, -30), 400],
    "XML closed in another order": [xml("<A><B></A></B>"), 400],
    "a page of another site": ["<html><body>Bonjour</body></html>", 400],
    "plain words": ["Bonjour", 400],
    "bytes of no meaning": [Buffer.from(Array.from({ length: 3_000 }, (_, index) => (index * 37) % 251)), 400],
    "an inventory of no machine": [JSON.stringify({ ...GOOD, deviceid: "" }), 400],
    "an inventory without content": [JSON.stringify({ ...GOOD, content: undefined }), 400],
    "an inventory whose content is a list": [JSON.stringify({ ...GOOD, content: [1, 2] }), 400],
    "an inventory whose content is empty": [xml(""), 400],
    "an inventory of a printer": [JSON.stringify({ ...GOOD, itemtype: "Printer" }), 422],
    "a discovery of the network": [xml("<DEVICE/>", "NETDISCOVERY"), 422],
    "a task that is not ours": [JSON.stringify({ action: "get_params", deviceid: "x" }), 422],
    "a number": ["42", 400],
    "a list": ["[]", 400],
    "twenty megabytes": [Buffer.alloc(20_000_000, 0x61), 413],
  };

  for (const [name, [body, status]] of Object.entries(cases)) {
    it(`${name} gets ${status} in the agent's words, and the last good inventory stays`, async () => {
      expect((await post(door, JSON.stringify(GOOD))).status).toBe(200);
      const before = await machinesOf();
      for (const headers of [{ "content-type": "application/x-compress-zlib" }, { "content-type": "application/json" }]) {
        const answer = await post(door, body, headers);
        expect(answer.status).toBe(status);
        const text = answer.type.includes("zlib") ? unzipped(answer) : answer.type.includes("gzip") ? "" : answer.bytes.toString();
        expect(text).toMatch(/"status":"error","message":"[A-Z]|<ERROR>[A-Z]|^$/);
      }
      expect(await machinesOf()).toEqual(before);
    });
  }
});

describe("a message that is odd, and good", () => {
  const packagesAfter = async (body: Buffer | string): Promise<readonly string[]> => {
    const other = await anAuthority(deps);
    const { status } = await post(`${origin}/agents/${(await aToken(deps, other.id)).token}`, body);
    expect(status).toBe(200);
    const [machine] = await machinesOf(other.id);
    const rows = await deps.db
      .selectFrom("package")
      .select("name")
      .where("id", "in", machine?.unmapped ?? [])
      .orderBy("name")
      .execute();
    return rows.map(({ name }) => name);
  };

  it("in ISO-8859-1 keeps its accents, said or not", async () => {
    const head = '<?xml version="1.0" encoding="ISO-8859-1"?>';
    const software = `${HARDWARE}<SOFTWARES><NAME>Gestion des écoles à Lézan</NAME></SOFTWARES>`;
    expect(await packagesAfter(Buffer.from(xml(software, "INVENTORY", head), "latin1"))).toEqual(["Gestion des écoles à Lézan"]);
    expect(await packagesAfter(deflateSync(Buffer.from(xml(software, "INVENTORY", ""), "latin1")))).toEqual(["Gestion des écoles à Lézan"]);
    expect(await packagesAfter(Buffer.from(`\ufeff${xml(software)}`))).toEqual(["Gestion des écoles à Lézan"]);
  });

  it("has one element where many are expected, in XML and in JSON", async () => {
    expect(await packagesAfter(xml(`${HARDWARE}<SOFTWARES><NAME>gimp</NAME></SOFTWARES>`))).toEqual(["gimp"]);
    expect(await packagesAfter(JSON.stringify({ ...GOOD, content: { ...GOOD.content, softwares: { name: "gimp" } } }))).toEqual(["gimp"]);
  });

  it("names packages in any way: entities, CDATA, controls, halves of characters, no name, a number, a thousand characters", async () => {
    const softwares = ["a\u0000b", "\ud800x", "  deux   mots ", 7, null, "", {}, ["x"], "long".repeat(500)].map((name) => ({ name }));
    const names = await packagesAfter(JSON.stringify({ ...GOOD, content: { ...GOOD.content, softwares: [...softwares, null, 3, "x"] } }));
    expect(names.map((name) => name.slice(0, 20))).toEqual(["7", "a b", "deux mots", "longlonglonglonglong", "x"]);
    expect(names[3]).toHaveLength(300);
    const marks = "<SOFTWARES><NAME>A &amp; B &#233;</NAME></SOFTWARES><SOFTWARES><NAME><![CDATA[<b>]]></NAME></SOFTWARES>";
    expect(await packagesAfter(xml(`${HARDWARE}<!-- rien -->${marks}`))).toEqual(["<b>", "A & B é"]);
  });

  it("comes from a clock ten years off: our own dates it", async () => {
    const other = await anAuthority(deps);
    const content = { ...GOOD.content, accesslog: { logdate: "2036-01-01 00:00:00" }, hardware: { ...GOOD.content.hardware, etime: -9 } };
    await post(`${origin}/agents/${(await aToken(deps, other.id)).token}`, JSON.stringify({ ...GOOD, content }));
    expect((await machinesOf(other.id))[0]).toMatchObject({ firstSeenAt: deps.now(), inventoriedAt: deps.now() });
  });
});

describe.runIf(haveRealFiles)(`each real file${WHY_SKIPPED}`, () => {
  /** Status, then packages; or the status of what is not about a machine. */
  const EXPECTED: Readonly<Record<string, readonly [number, number?]>> = {
    "computer_1.json": [200, 6],
    "computer_1_partial_batteries.json": [200, 0],
    "computer_1_partial_cpu.json": [200, 0],
    "computer_1_partial_memory.json": [200, 0],
    "computer_1_partial_softs.json": [200, 6],
    "computer_1_partial_volumes.json": [200, 0],
    "computer_2_partial_dbs.json": [200, 0],
    "computer_2_partial_vms.json": [200, 0],
    // 3,033 entries: 28 say the same name, version and publisher for a second architecture.
    "computer_3.json": [200, 3_005],
    "inventory.schema.json": [400],
    "legacy-1.xml": [200, 42],
    "legacy-10.xml": [422],
    "legacy-11.xml": [422],
    // Start « 2022-21-09 »: no date, and none is read.
    "legacy-13.xml": [200, 1],
    "legacy-14.xml": [200, 1],
    "legacy-15.xml": [422],
    "legacy-16.xml": [422],
    "legacy-17.xml": [422],
    "legacy-19.xml": [422],
    "legacy-2.xml": [200, 8],
    "legacy-3.xml": [200, 40],
    // « <POWER_MAX>50 W</POWER_MAX>> »: a mark too many, which is text.
    "legacy-4.xml": [200, 7],
    "legacy-5-good.xml": [422],
    "legacy-5.xml": [422],
    "legacy-7.xml": [422],
    "legacy-8.xml": [422],
    "legacy-9.xml": [422],
    "printer_1.json": [422],
    "printer_2.json": [422],
  };

  it("is one of those that are accounted for here", () => {
    expect(realFileNames()).toEqual(Object.keys(EXPECTED).sort());
  });

  for (const [name, [status, packages]] of Object.entries(EXPECTED)) {
    it(`${name}: ${status}${packages === undefined ? "" : `, ${packages} packages`}, compressed or not`, async () => {
      const other = await anAuthority(deps);
      const url = `${origin}/agents/${(await aToken(deps, other.id)).token}`;
      const bodies = [realFile(name), deflateSync(realFile(name)), gzipSync(realFile(name))];
      for (const body of bodies) expect((await post(url, body)).status).toBe(status);
      const machines = await machinesOf(other.id);
      expect(machines).toHaveLength(packages === undefined ? 0 : 1);
      expect(machines[0]?.unmapped.length).toBe(packages);
    });
  }

  it("in order, a machine and its partial inventories are one machine, and the new version of a package is told", async () => {
    const other = await anAuthority(deps);
    const url = `${origin}/agents/${(await aToken(deps, other.id)).token}`;
    const outcomes: number[] = [];
    for (const name of realFileNames().filter((each) => each.startsWith("computer_1"))) {
      await post(url, realFile(name));
      outcomes.push((await machinesOf(other.id)).length);
    }
    expect(outcomes).toEqual([1, 1, 1, 1, 1, 1]);
    const [machine] = await machinesOf(other.id);
    expect(machine).toMatchObject({ name: "glpixps", systemName: "Fedora 31 (Workstation Edition)", kind: "workstation" });
    const versions = await deps.db
      .selectFrom("package")
      .select("version")
      .where("id", "in", machine?.unmapped ?? [])
      .execute();
    expect(versions.map(({ version }) => version)).toContain("3.33.0-1.fc31");
  });

  it("of one hardware under another identity is one machine installed anew", async () => {
    const other = await anAuthority(deps);
    const url = `${origin}/agents/${(await aToken(deps, other.id)).token}`;
    for (const name of ["legacy-1.xml", "computer_3.json"]) await post(url, realFile(name));
    const machines = await machinesOf(other.id);
    const [older, newer] = machines.toSorted((a) => (a.agentIdentity.includes("2016") ? -1 : 1));
    expect(machines).toHaveLength(2);
    expect([older?.replacedBy, newer?.replacedBy]).toEqual([newer?.id, null]);
  });
});

describe("many agents at once", () => {
  it("a thousand are all answered, and a small line sends the others back in their own words", { timeout: 120_000 }, async () => {
    const other = await anAuthority(deps);
    const url = `${origin}/agents/${(await aToken(deps, other.id)).token}`;
    const send = (to: string, index: number) =>
      post(
        to,
        deflateSync(
          JSON.stringify({ ...GOOD, deviceid: `poste-${index}`, content: { ...GOOD.content, hardware: { name: `poste-${index}` } } }),
        ),
      );
    const statuses = (await Promise.all(Array.from({ length: 1_000 }, (_, index) => send(url, index)))).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200]));

    const narrow = await aDoor(deps, { atOnce: 1, inLine: 2 });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => send(narrow + new URL(url).pathname, index)));
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(5);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(2);
    expect(refused[0] === undefined ? "" : refused[0].bytes.toString()).toMatch(/<ERROR>.*revenez/);
  });

  it("one that sends a byte a second gives its place back", async () => {
    const narrow = new URL(await aDoor(deps, { atOnce: 1, slowestBodyMs: 500 }));
    const slow = connect(Number(narrow.port), narrow.hostname);
    slow.on("error", () => undefined);
    slow.write(`POST /agents/${token} HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{`);
    await pause(100);
    const begun = performance.now();
    expect((await post(`${narrow.origin}/agents/${token}`, JSON.stringify(GOOD))).status).toBe(200);
    expect(performance.now() - begun).toBeLessThan(5_000);
    slow.destroy();
  });
});
