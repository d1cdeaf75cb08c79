import { describe, expect, it } from "vitest";
import { DocumentView } from "./document-view.tsx";
import { mapTexts, type TextDocument } from "./model.ts";

const document: TextDocument = {
  language: "fr",
  title: "Titre",
  author: "Ville",
  header: { start: "", end: "" },
  date: new Date(0),
  blocks: [
    { kind: "notice", tone: "info", title: "Avis", text: "Avant tout" },
    { kind: "heading", level: 2, text: "Section" },
    { kind: "paragraph", text: "Texte", tone: "note" },
    { kind: "quote", text: "Mots", source: "Rose" },
    { kind: "list", items: ["un"] },
    { kind: "definitions", items: [{ term: "Terme", value: "Valeur" }] },
    { kind: "heading", level: 3, text: "Sous-section" },
    { kind: "table", caption: "Tableau", columns: [{ label: "A" }, { label: "B", align: "end" }], rows: [["x", "1"]], total: true },
    { kind: "code", text: "cd /" },
  ],
};
const html = (shown: TextDocument): string => String(<DocumentView document={shown} />);

describe("a document on a page", () => {
  it("has a sheet for each section, under the page's own title", () => {
    expect(html(document)).toMatch(/<section class="sheet"[^>]*>.*<h2[^>]*>Section<\/h2>.*<h3>Sous-section<\/h3>.*<\/section>/);
    expect(html(document)).not.toContain("<h1");
  });

  it("shows whatever a text holds as text", () => {
    const hostile = '<script>alert(1)</script>"onload="x';
    const shown = html(mapTexts(document, () => hostile));
    expect(shown).not.toContain("<script");
    expect(shown).not.toContain('"onload="');
    expect(shown.match(/&lt;script&gt;/g)?.length).toBeGreaterThanOrEqual(12);
  });
});
