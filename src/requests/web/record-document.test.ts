import { describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "#src/kernel/language.ts";
import type { Block, TextDocument } from "#src/platform/documents/model.ts";
import { type DecisionRecord, type RecordContext, recordOf } from "../domain/record.ts";
import type { SoftwareRequest } from "../domain/request.ts";
import { CAST, countersigned, examined, play, proposed, retained, searched, structured } from "../domain/testing.ts";
import { STORIES } from "../domain/testing-stories.ts";
import { recordDocument } from "./record-document.ts";

const HASH = "3f8a".repeat(16);
const context: RecordContext = {
  authority: { name: "Ville de Test", siren: "213800196", demonstration: false, countersignature: "required" },
  department: "Culture › Médiathèque",
  names: new Map([
    [CAST.requester, "Rose Plantée"],
    [CAST.reviewer, "Ivan Plantée"],
    [CAST.guarantor, "Garance Plantée"],
  ]),
  solution: "Koha",
};
const seal = {
  sealedAt: new Date("2026-03-20T10:12:00Z"),
  hash: HASH,
  file: "decision-2026-041.json",
  address: "https://beffroi.example/x.json",
};

type Told = { readonly visibility?: DecisionRecord["visibility"]; readonly language?: Language; readonly context?: RecordContext };

function told(request: SoftwareRequest, { visibility = "public", language = "fr", context: other = context }: Told = {}): TextDocument {
  return recordDocument(recordOf(request, other, visibility), seal, language);
}

const textOf = (document: TextDocument): string => JSON.stringify(document).replace(/[\u00a0\u202f]/g, " ");
const leadOf = ({ blocks }: TextDocument): string | undefined =>
  blocks.filter((block) => block.kind === "paragraph").find(({ tone }) => tone === "lead")?.text;
const tableOf = ({ blocks }: TextDocument, caption: string): Extract<Block, { kind: "table" }> | undefined =>
  blocks.filter((block) => block.kind === "table").find((block) => block.caption.replaceAll("\u00a0", " ") === caption);

describe("a record as a document", () => {
  it("says the decision in one sentence", () => {
    const sentences = [STORIES.extended, STORIES.freeWithWaiver, STORIES.proprietary, STORIES.builtInHouse, STORIES.unmet].map((story) =>
      leadOf(told(story()))?.replaceAll("\u00a0", " "),
    );
    expect(sentences).toEqual([
      "Koha, déjà en service, est étendu à ce besoin.",
      "Koha, un logiciel libre, est retenu.",
      "Koha, un logiciel ou service propriétaire, est retenu : aucun logiciel libre ne convenait.",
      "La collectivité développe elle-même la solution : rien d’existant ne convenait.",
      "Le besoin reste sans réponse : aucune des quatre portes n’a donné de solution.",
    ]);
  });

  it("has the same blocks in both languages, each in its own words", () => {
    for (const story of [STORIES.freeWithWaiver, STORIES.unmet]) {
      const [french, english] = LANGUAGES.map((language) => told(story(), { language }));
      expect(english?.blocks.map(({ kind }) => kind)).toEqual(french?.blocks.map(({ kind }) => kind));
      expect(english?.blocks.filter(({ kind }) => kind === "heading")).not.toEqual(french?.blocks.filter(({ kind }) => kind === "heading"));
      expect(textOf(english as TextDocument)).not.toMatch(/undefined|\[object/);
      expect(textOf(french as TextDocument)).not.toMatch(/undefined|\[object/);
    }
  });

  it("shows each knock-out with its conclusion, and the waiver with its answer", () => {
    const document = told(STORIES.freeWithWaiver());
    expect(tableOf(document, "Critères éliminatoires : Koha")?.rows.map(([criterion, conclusion]) => [criterion, conclusion])).toEqual([
      ["Licence libre", "Satisfait"],
      ["Données personnelles (RGPD)", "Satisfait"],
      ["Sécurité minimale", "Satisfait"],
      ["Accessibilité (RGAA)", "Non satisfait, dérogation accordée"],
      ["Interopérabilité et formats ouverts", "Satisfait"],
    ]);
    expect(tableOf(document, "Dérogations : Koha")?.rows).toEqual([
      [
        "Accessibilité (RGAA)",
        "Les deux écrans ne servent qu’à la DSI.",
        "Dérogation accordée — Accordée jusqu’à la version suivante, qui corrige.",
      ],
    ]);
  });

  it("adds up the costs over their years", () => {
    const table = tableOf(told(STORIES.freeWithWaiver()), "Coût sur 5 ans, en euros hors taxes : Koha");
    expect(table?.total).toBe(true);
    expect(table?.rows.at(-1)?.map((cell) => cell.replace(/[\u00a0\u202f]/g, " "))).toEqual(["Total", "6 500 €", "3 600 €", "24 500 €"]);
  });

  it("keeps what was not judged apart from what is not covered", () => {
    const coverage = tableOf(told(STORIES.freeWithWaiver()), "Couverture des exigences : PMB")?.rows.map((row) => row[2]);
    expect(coverage).toEqual(["Couverte", "Non couverte", "Non évaluée"]);
  });

  it("tells the searches as evidence: when, where, what, how many", () => {
    const rows = tableOf(told(STORIES.freeWithWaiver()), "Recherches faites")?.rows;
    expect(rows?.[0]).toEqual(["3 mars 2026\nInstructeur", "Parc de la collectivité", "prêt médiathèque", "0", "—"]);
  });

  it("shows both versions of the need when a reviewer reworded it", () => {
    const request = play(
      STORIES.atGate2(),
      structured({ words: "Prêts et relances" }),
      searched("open-source"),
      proposed("open-source", "Koha"),
      examined("Koha"),
      retained("open-source", "Koha"),
      countersigned(),
    );
    const quotes = told(request)
      .blocks.filter((block) => block.kind === "quote")
      .map(({ text }) => text);
    expect(quotes.slice(0, 2)).toEqual(["Nous voulons prêter, réserver et relancer sans tableur.", "Prêts et relances"]);
    expect(
      told(STORIES.extended())
        .blocks.filter((block) => block.kind === "quote")
        .map(({ text }) => text),
    ).not.toContain("Prêts et relances");
  });

  it("says plainly that one person did it all", () => {
    const alone = { ...context, authority: { ...context.authority, countersignature: "single-person" as const } };
    expect(textOf(told(STORIES.singlePerson(), { context: alone }))).toContain(
      "La même personne a écrit la conclusion et l’a contresignée.",
    );
    expect(textOf(told(STORIES.extended()))).not.toContain("La même personne");
  });

  it("says that a demonstration is one, at the top of the text and of every page", () => {
    const fictitious = { ...context, authority: { ...context.authority, demonstration: true } };
    for (const language of LANGUAGES) {
      const document = told(STORIES.extended(), { context: fictitious, language });
      expect(document.blocks[0]).toMatchObject({ kind: "notice", tone: "warning" });
      expect(document.header.start).toMatch(/D[ée]monstration/);
    }
    expect(textOf(told(STORIES.extended()))).not.toMatch(/D[ée]monstration/);
  });

  it("gives its hash, and the command that finds it again", () => {
    const codes = told(STORIES.extended())
      .blocks.filter((block) => block.kind === "code")
      .map(({ text }) => text);
    expect(codes).toEqual([HASH, "sha256sum decision-2026-041.json"]);
  });

  it("names people inside, and roles alone in public", () => {
    for (const story of [
      STORIES.extended,
      STORIES.freeWithWaiver,
      STORIES.proprietary,
      STORIES.builtInHouse,
      STORIES.unmet,
      STORIES.singlePerson,
    ])
      for (const language of LANGUAGES) {
        expect(textOf(told(story(), { visibility: "internal", language }))).toContain("Plantée");
        const open = textOf(told(story(), { language }));
        expect(open).not.toContain("Plantée");
        expect(open).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
      }
  });
});
