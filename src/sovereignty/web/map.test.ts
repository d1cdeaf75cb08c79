import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { aContract } from "#src/contracts/testing.ts";
import { anInstallation, anInterface } from "#src/inventory/testing.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { wordsOf } from "#src/platform/http/test-app.ts";
import { testApp } from "./test-app.ts";

const { db } = await testDatabase();
const deps = { db, now: () => new Date("2026-07-15T10:00:00Z"), config: { publicUrl: "http://127.0.0.1:3000" } };
const app = testApp(deps);
const PATH = "/parc/souverainete/carte";
let ours: TestAuthority;
let neighbour: TestAuthority;

beforeAll(async () => {
  ours = await anAuthority(deps);
  neighbour = await anAuthority(deps, { name: "Ville voisine" });
  const by = ours.reviewer;
  const details = { hosting: "cloud", hostName: "Nuage SA", dataCountry: "FR", governingLaw: ["FR", "US"] } as const;
  const paie = await anInstallation(deps, by, { name: '<b>Paie</b> & "co"', details, departmentIds: [ours.departments.it] });
  const directory = await anInstallation(deps, by, { name: "Annuaire", details: { hosting: "on-premises", layer: "server" } });
  await anInterface(deps, by, { from: paie, to: directory });
  await aContract(deps, by, { supplierName: "Éditeur du centre", covers: [paie] });
  await anInstallation(deps, neighbour.reviewer, { name: "Secret du voisin" });
});

const ask = (query = "", agent = ours.requester) => app.get(`${PATH}${query}`, agent);

describe("the page of the map", () => {
  it("draws what depends on what with links, and says the same in a table", async () => {
    const html = await (await ask()).text();
    expect(html).toMatch(/<svg[^>]*>\s*<title>Carte des dépendances<\/title>\s*<desc>/);
    expect(html.match(/<path class="map-tie" data-tie="needs" d="M[^"]+C/g)).toHaveLength(1);
    expect(html).toContain('aria-label="Nuage SA (et si cela cessait\u202f?)"');
    expect(html).toContain("/parc/et-si?quoi=fournisseur-ferme&amp;fournisseur=editeur+du+centre");
    expect(html).not.toContain("<b>Paie");
    const words = await wordsOf(await ask());
    expect(words.split("La même chose en tableau")[1]).toMatch(/Paie.*Annuaire Nuage SA Éditeur du centre France États-Unis/);
    expect(words).not.toContain("Secret");
  });

  it("goes nearer by its address, and takes what is not understood for nothing", async () => {
    expect(await wordsOf(await ask("?couche=server"))).toContain("1 installation sur 1 dans cette vue. 1 interface avec");
    expect(await wordsOf(await ask("?lieu=NUAGE%20SA"))).toContain("1 installation sur 1");
    expect(await wordsOf(await ask(`?service=${ours.departments.library}`))).toContain("Rien ne correspond");
    expect(await wordsOf(await ask(`?service=${neighbour.departments.library}`))).toContain("Rien ne correspond");
    expect(await wordsOf(await ask("?service=x&couche=%00&lieu=%00"))).toContain("2 installations sur 2");
    expect((await ask(`?lieu=${"x".repeat(5_000)}`)).status).toBe(200);
    const empty = await anAuthority(deps, { name: "Ville neuve" });
    expect(await wordsOf(await ask("", empty.requester))).toContain("Rien n’est encore en service");
  });

  it("groups more than sixty by place, with a link that goes nearer", async () => {
    const large = await anAuthority(deps, { name: "Grande ville" });
    for (let each = 0; each < 61; each += 1) {
      const details = each % 2 === 0 ? ({ hosting: "on-premises" } as const) : ({ hosting: "operator", hostName: "Syndicat" } as const);
      await anInstallation(deps, large.reviewer, { name: `Logiciel ${each}`, details });
    }
    const html = await (await ask("", large.requester)).text();
    expect(html).toContain('aria-label="Syndicat, 30 installations (s’approcher)"');
    expect(html).toContain(`href="${PATH}?lieu=syndicat"`);
    expect(html).not.toContain("Logiciel 3<");
    expect(await (await ask("?lieu=syndicat", large.requester)).text()).toContain("Logiciel 3<");
  });
});
