import { describe, expect, it } from "vitest";
import { readEndoflife } from "./endoflife.ts";

const DEBIAN = { title: "Debian", slug: "debian", permalink: "/debian", category: "os" };
const cycleOf = (release: object): unknown =>
  readEndoflife([{ ...DEBIAN, releases: [{ releaseCycle: "13", ...release }] }]).products[0]?.cycles[0];

describe("the products of endoflife.date", () => {
  it("are known by their address, and by its other forms", () => {
    const product = {
      ...DEBIAN,
      slug: "linux-kernel",
      permalink: "/linux",
      alternate_urls: ["/kernel"],
      releases: [{ releaseCycle: "7" }],
    };
    expect(readEndoflife([product]).products).toMatchObject([
      { product: "linux", name: "Debian", aliases: ["linux-kernel", "kernel"], category: "os" },
    ]);
  });

  it("have identifiers of several kinds", () => {
    const identifiers = [
      { purl: "pkg:deb/debian" },
      { cpe: "cpe:/o:debian" },
      { repology: "debian" },
      { type: "purl", id: "x" },
      { a: 1 },
      null,
      "z",
    ];
    expect(readEndoflife([{ ...DEBIAN, identifiers, releases: [{ releaseCycle: "13" }] }]).products[0]?.identifiers).toEqual([
      ...["purl:pkg:deb/debian", "cpe:cpe:/o:debian", "repology:debian", "purl:x"],
    ]);
  });

  it("end on a day, or are ended or not without a day", () => {
    expect(cycleOf({ eol: "2028-08-09" })).toMatchObject({ ends: "2028-08-09", ended: null });
    expect(cycleOf({ eol: true })).toMatchObject({ ends: null, ended: true });
    expect(cycleOf({ eol: false })).toMatchObject({ ends: null, ended: false });
    expect(cycleOf({})).toMatchObject({ ends: null, ended: null, supportEnds: null, latest: null, lts: false });
  });

  it("have an end of active support, under its two names", () => {
    expect(cycleOf({ eoas: "2028-01-01" })).toMatchObject({ supportEnds: "2028-01-01" });
    expect(cycleOf({ support: "2028-01-01" })).toMatchObject({ supportEnds: "2028-01-01" });
    expect(cycleOf({ eoas: true })).toMatchObject({ supportEnds: null });
  });

  it("are long-term by a word or by a day", () => {
    expect([cycleOf({ lts: true }), cycleOf({ lts: "2026-10-21" }), cycleOf({ lts: false })]).toMatchObject([
      { lts: true },
      { lts: true },
      { lts: false },
    ]);
  });

  it("have labels whose patterns are filled in", () => {
    expect(cycleOf({ releaseLabel: "__RELEASE_CYCLE__ (__CODENAME__)", codename: "Trixie" })).toMatchObject({ label: "13 (Trixie)" });
    expect(cycleOf({ releaseLabel: "__RELEASE_CYCLE__ (__CODENAME__)" })).toMatchObject({ label: "13" });
  });

  it("are read from the programming interface too", () => {
    const releases = [{ name: "13", eolFrom: "2028-08-09", isEol: false, isLts: true, latest: { name: "13.4", date: "2026-05-01" } }];
    expect(readEndoflife({ result: [{ name: "debian", label: "Debian", aliases: ["deb"], releases }] }).products).toMatchObject([
      {
        product: "debian",
        name: "Debian",
        aliases: ["deb"],
        cycles: [{ cycle: "13", ends: "2028-08-09", latest: "13.4", latestOn: "2026-05-01", lts: true }],
      },
    ]);
  });

  it("are left out without a readable cycle", () => {
    const { products, skipped } = readEndoflife([
      { ...DEBIAN, releases: [{}, null, 3] },
      { title: "X", releases: "none" },
    ]);
    expect(products).toEqual([]);
    expect(skipped).toEqual([
      { where: "1", name: "Debian", reason: { kind: "no-cycle" } },
      { where: "2", name: "X", reason: { kind: "no-cycle" } },
    ]);
  });

  it("say nothing of the faults of what is left out", () => {
    const product = { ...DEBIAN, releases: [{ releaseCycle: "13", eol: "soon" }] };
    expect(readEndoflife([product, product]).warnings.map(({ where }) => where)).toEqual(["1"]);
  });

  it("say which days are none, and which cycles are told twice", () => {
    const releases = [{ releaseCycle: "13", eol: "soon" }, { releaseCycle: "13" }];
    expect(readEndoflife([{ ...DEBIAN, releases }])).toMatchObject({
      products: [{ cycles: [{ cycle: "13", ends: null, ended: null }] }],
      warnings: [
        { field: "releases.eol", problem: "not-a-day" },
        { field: "releases", problem: "repeated-key" },
      ],
    });
  });
});
