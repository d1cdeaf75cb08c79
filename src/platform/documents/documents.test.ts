import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { mapTexts, printable, type TextDocument } from "./model.ts";
import { ODT_TYPE, odtOf } from "./odt.ts";
import { pdfOf } from "./pdf.ts";

const PDFTOTEXT = "/usr/bin/pdftotext";

const HOSTILE = '#panic("x") #eval("1") *gras* _i_ $x^2$ ] ) } // @ref <b>&amp; \\ "q" \'a\' = titre -- ~ `c` \u200fשלום';

function aDocument(facts: Partial<TextDocument> = {}): TextDocument {
  return {
    language: "fr",
    title: "Décision 2026-041",
    author: "Ville de Test",
    header: { start: "Ville de Test", end: "Décision 2026-041" },
    date: new Date("2026-03-20T10:12:00Z"),
    blocks: [
      { kind: "notice", tone: "warning", title: "Attention", text: "Ceci est une démonstration" },
      { kind: "heading", level: 2, text: "Le besoin" },
      { kind: "paragraph", tone: "lead", text: "Koha est retenu." },
      { kind: "quote", text: "Deux\nlignes", source: "Le service" },
      { kind: "definitions", items: [{ term: "Budget", value: "8\u202f400\u00a0€" }] },
      { kind: "list", items: ["un", "deux"] },
      {
        kind: "table",
        caption: "Coûts",
        columns: [
          { label: "Poste", share: 2 },
          { label: "Total", align: "end" },
        ],
        rows: [
          ["Licences", "10"],
          ["Total", "10"],
        ],
        total: true,
      },
      { kind: "code", text: "sha256sum x.json" },
    ],
    ...facts,
  };
}

/** Every place where a text may be, filled with the same one. */
const filledWith = (text: string): TextDocument => mapTexts(aDocument(), () => text);

describe("what paper can show", () => {
  it("keeps letters of every script and line breaks, in one form", () => {
    expect(printable("Ça\r\nשלום\r漢\u2028x\ty")).toBe("Ça\nשלום\n漢\nx\ty");
  });

  it("loses what no font has, and what makes a text look like another", () => {
    expect(printable("a\u0000b\u0007c\u{E000}d\u202Ee\uFFFEf\u2066g\uD800h")).toBe("abcdefgh");
  });

  it("leaves the words of the model alone", () => {
    expect(filledWith("x").blocks[0]).toEqual({ kind: "notice", tone: "warning", title: "x", text: "x" });
  });
});

describe("the PDF", () => {
  it("is tagged, archival (PDF/A-2a), and says its language and its title", async () => {
    const bytes = Buffer.from(await pdfOf(aDocument())).toString("latin1");
    expect(bytes).toMatch(/^%PDF-1\.7/);
    expect(bytes).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
    expect(bytes).toContain("/StructTreeRoot");
    expect(bytes).toContain("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>");
    expect(bytes).toContain("/Lang (fr)");
    expect(bytes).toContain("/Title");
    for (const tag of ["H1", "H2", "Table", "THead", "TH", "Caption", "L", "Quote"]) expect(bytes).toContain(`/S /${tag}\n`);
    expect(Buffer.from(await pdfOf(aDocument({ language: "en" }))).toString("latin1")).toContain("/Lang (en)");
  });

  it("is the same twice for the same document", async () => {
    expect(Buffer.compare(await pdfOf(aDocument()), await pdfOf(aDocument()))).toBe(0);
    expect(Buffer.compare(await pdfOf(aDocument()), await pdfOf(aDocument({ title: "Autre" })))).not.toBe(0);
  });

  it("reads no text as markup, wherever it stands", async () => {
    expect((await pdfOf(filledWith(HOSTILE))).length).toBeGreaterThan(1_000);
  });

  it("names a character that no font has, rather than fail", async () => {
    expect((await pdfOf(filledWith("hiéroglyphe \u{13000} et \u{1FAE8}"))).length).toBeGreaterThan(1_000);
  });

  const why = existsSync(PDFTOTEXT) ? "" : ` (skipped: no ${PDFTOTEXT})`;
  describe.skipIf(why !== "")(`read back by another program${why}`, () => {
    const textOf = async (document: TextDocument): Promise<string> =>
      execFileSync("/usr/bin/pdftotext", ["-layout", "-", "-"], {
        input: await pdfOf(document),
        stdio: ["pipe", "pipe", "ignore"],
      }).toString();

    it("gives every text back, with its header and its page numbers", async () => {
      const text = await textOf(aDocument());
      for (const part of [
        "Décision 2026-041",
        "Koha est retenu.",
        "Deux",
        "lignes",
        "8 400 €",
        "Licences",
        "sha256sum x.json",
        "Page 1 sur 1",
      ])
        expect(text.replace(/[\u202f\u00a0]/g, " ")).toContain(part);
    });

    it("shows a hostile text as it was typed", async () => {
      const text = (
        await textOf(aDocument({ blocks: [{ kind: "paragraph", text: '#panic("x") *gras* $x$ ] // @ref <b> \\ "q" -- ~ `c`' }] }))
      ).replace(/\s+/g, " ");
      expect(text).toContain('#panic("x") *gras* $x$ ] // @ref <b> \\ "q" -- ~ `c`');
    });

    it("shows the code of a character that no font has", async () => {
      expect(await textOf(aDocument({ title: "Signe \u{13000}" }))).toContain("Signe [U+13000]");
    });
  });
});

describe("the ODT", () => {
  const parts = (document: TextDocument): Map<string, string> => unzip(Buffer.from(odtOf(document)));

  it("is a package whose first file, stored as it is, says its type", () => {
    const bytes = Buffer.from(odtOf(aDocument()));
    expect(bytes.subarray(30, 38 + ODT_TYPE.length).toString()).toBe(`mimetype${ODT_TYPE}`);
    expect([...parts(aDocument()).keys()]).toEqual(["mimetype", "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"]);
  });

  it("styles headings and tables, and marks the heading row of tables", () => {
    const content = parts(aDocument()).get("content.xml");
    expect(content).toContain('<text:h text:style-name="Heading_20_1" text:outline-level="1">Décision 2026-041</text:h>');
    expect(content).toContain('<text:h text:style-name="Heading_20_2" text:outline-level="2">Le besoin</text:h>');
    expect(content).toMatch(/<table:table-header-rows><table:table-row>.*Poste.*<\/table:table-header-rows>/);
    expect(content).toContain("Deux<text:line-break/>lignes");
  });

  it("says its language, its title and its author", () => {
    expect(parts(aDocument()).get("styles.xml")).toContain('fo:language="fr" fo:country="FR"');
    expect(parts(aDocument({ language: "en" })).get("styles.xml")).toContain('fo:language="en"');
    expect(parts(aDocument()).get("meta.xml")).toMatch(/<dc:title>Décision 2026-041<\/dc:title>.*<dc:language>fr<\/dc:language>/);
  });

  it("holds a hostile text as text, its spaces kept", () => {
    const content = parts(filledWith('<text:p>&amp; "a"  b]]>\u0000')).get("content.xml");
    expect(content).toContain('&lt;text:p&gt;&amp;amp; &quot;a&quot;<text:s text:c="2"/>b]]&gt;</text:p>');
    expect(content).not.toContain("\u0000");
  });
});

/** Reads back local entries, whose sizes are in their headers. */
function unzip(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const [method, size, name, extra] = [
      bytes.readUInt16LE(at + 8),
      bytes.readUInt32LE(at + 18),
      bytes.readUInt16LE(at + 26),
      bytes.readUInt16LE(at + 28),
    ];
    const start = at + 30 + name + extra;
    const data = bytes.subarray(start, start + size);
    files.set(bytes.subarray(at + 30, at + 30 + name).toString(), (method === 0 ? data : inflateRawSync(data)).toString());
    at = start + size;
  }
  return files;
}
