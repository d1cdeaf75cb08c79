import { parse } from "csv-parse/sync";
import { readOds } from "hucre/ods";
import { beforeAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { testAppOf } from "#src/platform/http/test-app.ts";
import { testDeps } from "#src/platform/testing.ts";
import { fillRequests } from "../db/list-load-testing.ts";
import { storeStory } from "../db/list-testing.ts";
import { aNeed } from "../domain/testing.ts";
import { STORIES } from "../domain/testing-stories.ts";
import { requestListRoutes } from "./list-routes.tsx";

const deps = await testDeps();
let ours: TestAuthority;
let neighbour: TestAuthority;

/** The list's routes, as one agent sees them. */
const app = testAppOf((routes) => requestListRoutes(routes, deps));
const get = (agent: Agent, path: string): Promise<Response> => app.get(path, agent);

async function page(agent: Agent, path: string): Promise<string> {
  const answer = await get(agent, path);
  expect(answer.status).toBe(200);
  return (await answer.text()).replaceAll("&#39;", "'");
}

const HOSTILE = `=HYPERLINK("http://evil.example";"<b>"); "guillemets" & suite`;

beforeAll(async () => {
  ours = await anAuthority(deps);
  neighbour = await anAuthority(deps);
  deps.clock.now = new Date("2026-03-10T08:00:00Z");
  await storeStory(deps.db, ours, STORIES.submitted({ need: aNeed({ title: "Réserver les salles" }) }));
  await storeStory(deps.db, ours, STORIES.toCountersign({ need: aNeed({ title: HOSTILE }) }));
  await storeStory(deps.db, ours, STORIES.freeWithWaiver({}));
  await storeStory(deps.db, neighbour, STORIES.submitted({ need: aNeed({ title: "Affaire du voisin" }) }));
});

describe("the page of requests", () => {
  it("says where each stands, in words, to anybody of the authority", async () => {
    const html = await page(ours.electedOfficial, "/demandes");
    expect(html).toContain("3 demandes");
    expect(html).toContain("En retard de 3\u00a0jours");
    expect(html).toContain("Porte 2, à contresigner depuis");
    expect(html).toContain("Solution\u00a0: Koha");
    expect(html).not.toContain("Affaire du voisin");
    expect(html).not.toContain("/demandes/nouvelle");
    expect(await page(ours.requester, "/demandes")).toContain("/demandes/nouvelle");
  });

  it("shows what people wrote as text", async () => {
    const html = await page(ours.requester, "/demandes");
    expect(html).toContain("=HYPERLINK(&quot;http://evil.example&quot;;&quot;&lt;b&gt;&quot;)");
    expect(html).not.toContain("<b>");
  });

  it("is filtered and sorted by its address, and leaves out what it does not know", async () => {
    expect(await page(ours.requester, "/demandes?etat=en-cours")).toContain("1 demande<");
    expect(await page(ours.requester, `/demandes?service=${ours.departments.culture}`)).toContain("3 demandes");
    expect(await page(ours.requester, `/demandes?service=${ours.departments.it}`)).toContain("Aucune demande ne correspond");
    expect(await page(ours.reviewer, "/demandes?miennes=oui")).toContain("Aucune demande ne correspond");
    expect(await page(ours.requester, "/demandes?retard=oui&porte=1")).toContain("1 demande<");
    const nonsense = `etat=x&porte=9&service=${neighbour.departments.it}&service=2&tri=x&ordre=x&page=-1&miennes=1&retard=0`;
    expect(await page(ours.requester, `/demandes?${nonsense}`)).toContain("3 demandes");
    for (const search of ["%00", "%00salle", "%ff%fe", "%F0%9F", "'--", "a".repeat(5_000)])
      await page(ours.requester, `/demandes?recherche=${search}`);
    expect(await page(ours.requester, "/demandes?recherche=%00salle")).toContain("1 demande<");
    expect(await page(ours.requester, "/demandes?page=999999999999999999999")).toContain("3 demandes");
    expect(await page(ours.requester, "/demandes?page=999999")).toContain("3 demandes");
  });

  it("keeps the filters in the links that sort, turn pages and export", async () => {
    const html = (await page(ours.requester, "/demandes?recherche=salles&etat=en-cours&miennes=oui")).replaceAll("&amp;", "&");
    expect(html).toContain("/demandes?recherche=salles&etat=en-cours&miennes=oui&tri=titre");
    expect(html).toContain("/demandes/export.csv?recherche=salles&etat=en-cours&miennes=oui");
  });

  it("teaches where there is nothing yet", async () => {
    const fresh = await anAuthority(deps);
    expect(await page(fresh.requester, "/demandes")).toContain("Aucune demande pour l’instant");
    expect(await page(fresh.requester, "/demandes?etat=decidees")).toContain("Aucune demande ne correspond");
  });

  it("speaks English", async () => {
    const html = await page({ ...ours.requester, language: "en" }, "/demandes");
    expect(html).toContain("3 requests");
    expect(html).toContain("3\u00a0days late");
  });

  it("shows twenty-five a page", async () => {
    const many = await anAuthority(deps);
    await fillRequests(deps.db, many, 60);
    expect((await page(many.requester, "/demandes")).match(/<tr>/g)).toHaveLength(26);
    expect((await page(many.requester, "/demandes?page=3")).match(/<tr>/g)).toHaveLength(11);
  });
});

describe("the files of the list", () => {
  it("hold the whole filtered list as CSV, with days in ISO and no formula", async () => {
    const answer = await get(ours.requester, "/demandes/export.csv?tri=reference&ordre=croissant");
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="demandes-2026-03-10.csv"');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parse(Buffer.from(bytes), { bom: true, delimiter: ";" }) as string[][];
    expect(rows).toHaveLength(4);
    expect(rows[1]?.slice(0, 6)).toEqual([
      "2026-001",
      "Réserver les salles",
      "Culture › Bibliothèque",
      "2026-03-02",
      "En cours",
      "1. Déjà en service",
    ]);
    expect(rows[2]?.[1]).toBe(`'${HOSTILE}`);
    expect(rows[3]).toContain("Koha");
  });

  it("hold it as ODS, where a formula is text", async () => {
    const answer = await get(ours.requester, "/demandes/export.ods?tri=reference&ordre=croissant&etat=a-contresigner");
    expect(answer.headers.get("content-type")).toBe("application/vnd.oasis.opendocument.spreadsheet");
    const book = await readOds(new Uint8Array(await answer.arrayBuffer()));
    expect(book.sheets[0]?.rows).toHaveLength(2);
    expect(book.sheets[0]?.rows[1]?.slice(0, 2)).toEqual(["2026-002", HOSTILE]);
    expect([...(book.sheets[0]?.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
  });

  it("hold nothing of a neighbour", async () => {
    expect(await (await get(neighbour.requester, "/demandes/export.csv")).text()).not.toContain("Koha");
    expect(await (await get(ours.requester, "/demandes/export.csv")).text()).toContain("Koha");
  });
});
