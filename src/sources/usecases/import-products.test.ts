import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { softwareBySlug } from "#src/catalogue/public.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { lifecycleOf } from "../db/release-cycles.ts";
import { aCycle, aProduct, aRecord, imported, wholeCatalogue } from "../testing.ts";

const { db } = await testDatabase();

beforeEach(async () => {
  await sql`truncate software, source_statement, software_identity, software_pair, software_change, software_word,
            function_software, lifecycle_product, release_cycle, catalogue_import, catalogue_import_line cascade`.execute(db);
});

const productOf = async (slug: string): Promise<string | null | undefined> => (await softwareBySlug(db, slug))?.endoflife;
const changes = async (): Promise<readonly unknown[]> =>
  db.selectFrom("softwareChange").select(["slug", "field", "before", "after"]).orderBy("id").execute();

describe("the products of endoflife.date", () => {
  it("are tied to the software that names them", async () => {
    await imported(db, "sill", { records: [aRecord({ name: "Nextcloud", endoflife: "nextcloud" })] });
    const { lines } = await imported(db, "endoflife", { products: [aProduct({ product: "nextcloud", name: "Nextcloud Server" })] });
    expect(lines).toEqual([
      { outcome: "joined", key: "nextcloud", name: "Nextcloud Server", slug: "nextcloud", detail: "endoflife nextcloud" },
    ]);
    expect(await productOf("nextcloud")).toBe("nextcloud");
  });

  it("are tied to software that comes after them, and that no product was tied to", async () => {
    await imported(db, "endoflife", {
      products: [
        aProduct({ product: "nextcloud", identifiers: ["purl:pkg:github/nextcloud/server"] }),
        aProduct({ product: "moodle", aliases: ["moodle-lms"] }),
        aProduct({ product: "grr" }),
      ],
    });
    await imported(db, "sill", {
      records: [
        aRecord({ name: "Serveur", repository: "https://github.com/nextcloud/server" }),
        aRecord({ name: "Moodle", endoflife: "moodle-lms" }),
        aRecord({ name: "GRR" }),
      ],
    });
    expect([await productOf("serveur"), await productOf("moodle"), await productOf("grr")]).toEqual(["nextcloud", "moodle", null]);
  });

  it("are tied by the repository of their packages, or by that of their makers' page", async () => {
    const at = (path: string): string => `https://github.com/${path}`;
    await imported(db, "sill", {
      records: [
        aRecord({ name: "Serveur", repository: at("nextcloud/server") }),
        aRecord({ name: "Base", repository: at("postgres/postgres") }),
      ],
    });
    const { lines } = await imported(db, "endoflife", {
      products: [
        aProduct({ product: "nextcloud", identifiers: ["cpe:x", "purl:pkg:github/Nextcloud/server@28"] }),
        aProduct({ product: "postgresql", website: at("postgres/postgres/releases") }),
      ],
    });
    expect(lines.map(({ outcome, slug, detail }) => [outcome, slug, detail])).toEqual([
      ["joined", "serveur", "repository nextcloud"],
      ["joined", "base", "repository postgresql"],
    ]);
    expect([await productOf("serveur"), await productOf("base")]).toEqual(["nextcloud", "postgresql"]);
  });

  it("are tied by the site of their makers with their name, never by the site or the name alone", async () => {
    await imported(db, "sill", {
      records: [
        aRecord({ name: "Moodle", website: "https://moodle.org" }),
        aRecord({ name: "Joomla", website: "https://elsewhere.example" }),
        aRecord({ name: "Suite", website: "https://company.example" }),
      ],
    });
    const { lines } = await imported(db, "endoflife", {
      products: [
        aProduct({ product: "moodle", website: "https://docs.moodle.org/releases" }),
        aProduct({ product: "joomla", website: "https://joomla.example/" }),
        aProduct({ product: "other", website: "https://www.company.example/eol" }),
      ],
    });
    expect(lines.map(({ outcome, slug, detail }) => [outcome, slug, detail])).toEqual([
      ["joined", "moodle", "site-and-name moodle"],
      ["created", null, null],
      ["created", null, null],
    ]);
    expect([await productOf("moodle"), await productOf("joomla"), await productOf("suite")]).toEqual(["moodle", null, null]);
  });

  it("are tied to nothing where two software claim the evidence, and never take the place of a declared product", async () => {
    const repository = "https://github.com/x/y";
    await imported(db, "sill", { records: [aRecord({ name: "A", repository }), aRecord({ name: "B", repository })] });
    await imported(db, "comptoir", { records: [aRecord({ name: "C", endoflife: "declared", repository: "https://github.com/x/c" })] });
    const { lines } = await imported(db, "endoflife", {
      products: [
        aProduct({ product: "p", identifiers: ["purl:pkg:github/x/y"] }),
        aProduct({ product: "q", identifiers: ["purl:pkg:github/x/c"] }),
      ],
    });
    expect(lines[0]).toMatchObject({ outcome: "created", slug: null });
    expect([await productOf("a"), await productOf("b"), await productOf("c")]).toEqual([null, null, "declared"]);
  });

  it("bring their cycles, the newest first, as the source gives them", async () => {
    const cycles = [
      aCycle("31", { releasedOn: "2025-02-25", ends: "2026-02-28", latest: "31.0.5", latestOn: "2025-05-15" }),
      aCycle("30", { label: "30 (Hub 9)", ends: null, ended: false, supportEnds: "2025-09-01", lts: true }),
      aCycle("29", { ended: true }),
    ];
    await imported(db, "endoflife", { products: [aProduct({ product: "nextcloud", cycles })] });
    const lifecycle = await lifecycleOf(db, "nextcloud", 2);
    expect(lifecycle).toMatchObject({ total: 3, source: "endoflife.date" });
    expect(lifecycle?.cycles).toEqual([
      {
        cycle: "31",
        label: null,
        releasedOn: "2025-02-25",
        endsOn: "2026-02-28",
        ended: null,
        supportEndsOn: null,
        latest: "31.0.5",
        lts: false,
      },
      {
        cycle: "30",
        label: "30 (Hub 9)",
        releasedOn: null,
        endsOn: null,
        ended: false,
        supportEndsOn: "2025-09-01",
        latest: null,
        lts: true,
      },
    ]);
  });

  it("change nothing when they are the same", async () => {
    await imported(db, "sill", { records: [aRecord({ name: "Nextcloud", endoflife: "nextcloud" })] });
    const products = [aProduct({ product: "nextcloud", cycles: [aCycle("31", { ends: "2026-02-28" }), aCycle("30")] })];
    await imported(db, "endoflife", { products });
    const before = await wholeCatalogue(db);
    expect(before.release_cycle).toHaveLength(2);
    expect((await imported(db, "endoflife", { products })).report).toMatchObject({
      state: "done",
      unchanged: 1,
      created: 0,
      joined: 0,
      updated: 0,
    });
    expect(await wholeCatalogue(db)).toEqual(before);
  });

  it("tell the cycles that are new and the ends of life that moved, of software that is known", async () => {
    await imported(db, "sill", { records: [aRecord({ name: "Nextcloud", endoflife: "nextcloud" })] });
    const said = (...cycles: ReturnType<typeof aCycle>[]) => ({
      products: [aProduct({ product: "nextcloud", cycles }), aProduct({ product: "nobody", cycles })],
    });
    await imported(db, "endoflife", said(aCycle("31", { ends: "2026-02-28" }), aCycle("30", { ends: "2025-09-30" }), aCycle("29")));
    expect(await changes()).toEqual([]);
    const moved = said(
      aCycle("32"),
      aCycle("31", { ends: "2026-04-30" }),
      aCycle("30", { ends: null }),
      aCycle("29", { latest: "29.0.1" }),
    );
    expect((await imported(db, "endoflife", moved)).report).toMatchObject({ updated: 2 });
    expect(await changes()).toEqual([
      { slug: "nextcloud", field: "cycle", before: null, after: "32" },
      { slug: "nextcloud", field: "ends", before: "31 2026-02-28", after: "31 2026-04-30" },
      { slug: "nextcloud", field: "ends", before: "30 2025-09-30", after: "30" },
    ]);
    expect((await lifecycleOf(db, "nextcloud", 10))?.cycles.map(({ cycle, endsOn }) => [cycle, endsOn])).toEqual([
      ["32", null],
      ["31", "2026-04-30"],
      ["30", null],
      ["29", null],
    ]);
  });

  it("remain tied when the software is made anew from its sources", async () => {
    const record = aRecord({ name: "Nextcloud", repository: "https://github.com/nextcloud/server" });
    await imported(db, "sill", { records: [record] });
    await imported(db, "endoflife", { products: [aProduct({ product: "nextcloud", identifiers: ["purl:pkg:github/nextcloud/server"] })] });
    await imported(db, "sill", { records: [{ ...record, descriptionFr: "Partage de fichiers." }] });
    expect(await softwareBySlug(db, "nextcloud")).toMatchObject({ endoflife: "nextcloud", description: { fr: "Partage de fichiers." } });
  });
});
