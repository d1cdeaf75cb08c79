import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { givenSoftware } from "#src/catalogue/testing.ts";
import type { Problem, SoftwareAnswer, SupplierAnswer } from "./schemas.ts";
import { aTestApi, SUPPLIERS } from "./test-app.ts";

const { deps, origin: ORIGIN, call, json, send } = await aTestApi();
const { db } = deps;
type Page<T> = { data: readonly T[]; next: string | null; total?: number };
const list = (query: string) => json<Page<SoftwareAnswer & { why?: { fr: string; en: string }[] }>>(`/software?${query}`);
const refusal = (path: string, headers?: Record<string, string>) => json<Problem>(path, headers);

describe("the list of software", () => {
  it("goes from page to page through everything, once, in the order of addresses", async () => {
    const slugs: string[] = [];
    let next: string | null = "";
    let total: number | undefined;
    while (next !== null) {
      const page: Page<SoftwareAnswer> = await list(`limit=100${next === "" ? "" : `&cursor=${next}`}`);
      slugs.push(...page.data.map(({ slug }) => slug));
      ({ next, total } = page);
    }
    expect(slugs).toEqual([...slugs].sort());
    expect(new Set(slugs).size).toBe(slugs.length);
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from software where merged_into is null`.execute(db);
    expect([slugs.length, total]).toEqual([rows[0]?.count, rows[0]?.count]);
    expect(slugs).not.toContain("second-gimp");
  });

  it("does not shift when the catalogue changes between two pages", async () => {
    const first = await list("limit=2");
    await givenSoftware(db, { slug: "0-before-all" });
    const second = await list(`limit=2&cursor=${first.next}`);
    const whole = (await list("limit=5")).data.map(({ slug }) => slug);
    expect(whole).toEqual(["0-before-all", ...first.data.map(({ slug }) => slug), ...second.data.map(({ slug }) => slug)]);
  });

  it("is chosen by freedom, category and what is replaced", async () => {
    const statuses = async (query: string) => new Set((await list(`limit=100&${query}`)).data.map(({ freedom }) => freedom.status));
    expect(await statuses("free=true")).toEqual(new Set(["free"]));
    expect(await statuses("free=false")).toEqual(new Set(["not-free"]));
    expect((await list("free=unknown")).data.map(({ slug }) => slug)).toEqual(["unsure"]);
    const replacing = (await list("replaces=adobe-photoshop")).data;
    expect(replacing.map(({ slug }) => slug)).toContain("gimp");
    expect(replacing.every(({ replaces }) => replaces.includes("adobe-photoshop"))).toBe(true);
    expect((await list("category=video-conferencing&free=true")).data.map(({ slug }) => slug)).toContain("jitsi-meet");
    expect(await list("category=no-such-category")).toEqual({ data: [], next: null, total: 0 });
  });

  it("is searched as in the page, with reasons, and goes on with the same search alone", async () => {
    const first = await list("q=photoshop&limit=2");
    expect(first.data[0]).toMatchObject({ slug: "gimp", freedom: { status: "free", reason: "osi-approved" } });
    expect(first.data[0]?.why?.[0]).toEqual({ fr: "peut remplacer Photoshop", en: "can replace Photoshop" });
    const second = await list(`q=photoshop&limit=2&cursor=${first.next}`);
    const whole = await list("q=photoshop&limit=4");
    expect([...first.data, ...second.data]).toEqual(whole.data);
    expect(await refusal(`/software?q=tableur&cursor=${first.next}`)).toMatchObject({ status: 400, errors: [{ parameter: "cursor" }] });
    expect(await refusal(`/software?cursor=${first.next}`)).toMatchObject({ status: 400, errors: [{ parameter: "cursor" }] });
    const browsing = (await list("limit=1")).next;
    expect(await refusal(`/software?q=tableur&cursor=${browsing}`)).toMatchObject({ status: 400 });
  });

  it("is searched among those of which freedom is not known, or that replace a product", async () => {
    expect((await list("q=girafe")).data.map(({ slug }) => slug).sort()).toEqual(["sure", "unsure"]);
    expect(await list("q=girafe&free=unknown")).toMatchObject({ data: [{ slug: "unsure" }], total: 1, next: null });
    expect(await list("q=girafe&replaces=adobe-photoshop")).toMatchObject({ data: [{ slug: "unsure" }], total: 1 });
    expect(await list("q=xqzjkvbw")).toEqual({ data: [], next: null, total: 0 });
  });

  it("gives the address of the next page in a header too", async () => {
    const link = (await call("/software?free=true&limit=1")).headers.get("link") ?? "";
    const address = /^<([^>]+)>; rel="next"$/.exec(link)?.[1] ?? "";
    expect((await send(address.slice(ORIGIN.length))).status).toBe(200);
    expect(address).toContain("free=true");
  });
});

describe("one software", () => {
  it("is said with its freedom, why, and who says so", async () => {
    expect(await json("/software/gimp")).toMatchObject({
      slug: "gimp",
      self: `${ORIGIN}/api/v1/software/gimp`,
      licence: "GPL-3.0-or-later",
      freedom: {
        status: "free",
        reason: "osi-approved",
        text: { fr: expect.stringContaining("est libre"), en: expect.stringContaining("is free") },
      },
      provenance: { licence: "starter", name: "starter" },
    });
    expect(await json("/software/unsure")).toMatchObject({
      freedom: { status: "unknown", reason: "no-version" },
      licenceSaid: "GPL",
      licence: null,
    });
    expect(await json("/software/sure")).toMatchObject({ freedom: { status: "free", reason: "licence-not-recorded" } });
    expect(await json("/software/adobe-photoshop")).toMatchObject({ freedom: { status: "not-free", reason: "proprietary" } });
  });

  it("joined to another leads to the one that stands for it", async () => {
    const answer = await call("/software/second-gimp");
    expect([answer.status, answer.headers.get("location")]).toEqual([301, `${ORIGIN}/api/v1/software/gimp`]);
  });
});

describe("suppliers", () => {
  it("are listed page by page, and found by the software they serve, joined ones included", async () => {
    const first = await json<Page<SupplierAnswer>>("/suppliers?limit=2");
    const second = await json<Page<SupplierAnswer>>(`/suppliers?limit=2&cursor=${first.next}`);
    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(SUPPLIERS);
    expect(second.next).toBeNull();
    expect(await json("/suppliers?software=gimp")).toMatchObject({
      data: [{ name: "Fournisseur 1", software: [{ slug: "gimp", name: "GIMP" }] }],
    });
    expect(await json("/suppliers?q=fournisseur+2")).toMatchObject({ data: [{ id: SUPPLIERS[2] }] });
    expect(await refusal("/suppliers?cursor=YS54")).toMatchObject({ status: 400 });
  });

  it("are read one by one, the first and the last too", async () => {
    for (const id of SUPPLIERS) expect(await json(`/suppliers/${id}`)).toMatchObject({ id });
    for (const id of ["00000000-0000-0000-0000-000000000000", "5e1f0000-0000-4000-8000-000000000002", "x", "%00"])
      expect([id, (await call(`/suppliers/${id}`)).status]).toEqual([id, 404]);
  });
});
