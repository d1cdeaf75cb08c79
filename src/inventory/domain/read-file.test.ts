import { describe, expect, it } from "vitest";
import type { LocalDate } from "#src/kernel/dates.ts";
import { ok, type Result } from "#src/kernel/result.ts";
import type { Draft, LineRefusal, ReadLine } from "./import-line.ts";
import { guessedLayout } from "./matching.ts";
import { type FileRefusal, readText } from "./read-file.ts";
import { readLine } from "./read-line.ts";
import { NOTHING_DRAFTED, SOME_WORDS } from "./testing.ts";

const words = SOME_WORDS;
const today = "2026-11-21" as LocalDate;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string | Uint8Array): Result<readonly ReadLine[], FileRefusal> => {
  const table = readText(typeof text === "string" ? utf8(text) : text, words);
  if (!table.ok) return table;
  const layout = guessedLayout(table.value.headings, words);
  return ok(table.value.rows.map((row) => readLine(row, layout, words, today)));
};

function lines(text: string | Uint8Array): readonly ReadLine[] {
  const result = read(text);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}
const drafts = (text: string | Uint8Array): readonly Draft[] => lines(text).flatMap((line) => ("draft" in line ? [line.draft] : []));
const refusals = (text: string): readonly LineRefusal[] => lines(text).flatMap((line) => ("refusals" in line ? line.refusals : []));

describe("a file of installations", () => {
  it("is read at once though a cell piles up combining marks: its line is refused", () => {
    const begun = performance.now();
    expect(refusals(`nom;etat\nGLPI;${"\u0300\u0316".repeat(100_000)}\n`)).toEqual([{ kind: "control-characters" }]);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it("is read by the names of its columns, in any order, others left aside", () => {
    const [draft] = drafts(
      "Prix;Utilisateurs;LOGICIEL;État;Licence libre ?;Objet;Services;En service depuis\n3;1 200;GRR;À l’essai;Oui;Salles;Sport | Culture;\n",
    );
    expect(draft).toEqual({
      name: "GRR",
      users: 1200,
      state: "pilot",
      free: true,
      purpose: "Salles",
      departments: "Sport | Culture",
      inServiceOn: null,
      ...NOTHING_DRAFTED,
    });
  });

  it("says little and is understood: in service, and the rest not known", () => {
    expect(drafts("nom\nGRR")).toEqual([
      { name: "GRR", users: null, state: "in-service", free: null, purpose: "", departments: "", inServiceOn: null, ...NOTHING_DRAFTED },
    ]);
  });

  it.each([
    ["semicolons", "nom;objet\nGRR;salles"],
    ["commas", "nom,objet\nGRR,salles"],
    ["tabs", "nom\tobjet\nGRR\tsalles"],
    ["bars", "nom|objet\nGRR|salles"],
  ])("is read with %s", (_, text) => {
    expect(drafts(text)).toMatchObject([{ name: "GRR", purpose: "salles" }]);
  });

  it("is read in UTF-8 with or without its mark, in Windows-1252 and in UTF-16, with any ends of lines", () => {
    const text = "nom;objet\r\nOpenÉlec;élections\r\n";
    const latin = Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));
    const utf16 = new Uint8Array([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])]);
    for (const bytes of [utf8(text), utf8(`\uFEFF${text}`), latin, utf16, utf8(text.replaceAll("\r\n", "\r"))]) {
      expect(drafts(bytes)).toMatchObject([{ name: "OpenÉlec", purpose: "élections" }]);
    }
  });

  it("is read in full: version, layer, criticality, hosting, data, who answers", () => {
    const headings =
      "nom;version;couche;criticité;service responsable;fonction responsable;hébergement;hébergeur;pays des données;droits applicables";
    const text = `${headings};données personnelles;catégories de données;registre des traitements\nGRR;4.3;serveur;vital;Culture;régie;nuage;Scaleway;France;US | fr;oui;identité, coordonnées;T-12\n`;
    expect(drafts(text)).toMatchObject([
      {
        softwareVersion: "4.3",
        layer: "server",
        criticality: "vital",
        answerableDepartment: "Culture",
        answerableRole: "régie",
        hosting: "cloud",
        hostName: "Scaleway",
        dataCountry: "FR",
        governingLaw: ["US", "FR"],
        personalData: "ordinary",
        personalDataKinds: ["identity", "contact"],
        registerReference: "T-12",
      },
    ]);
  });

  it("refuses words of these facts that it does not know, and facts that contradict each other", () => {
    expect(refusals("nom;couche;pays des données;droits applicables\nA;nulle;Syldavie;FR | Bordurie")).toEqual([
      { kind: "unreadable", column: "layer", value: "nulle" },
      { kind: "unreadable", column: "country", value: "Syldavie" },
      { kind: "unreadable", column: "law", value: "FR | Bordurie" },
    ]);
    expect(refusals("nom;hébergement;catégories de données\nA;nuage;santé")).toEqual([
      { kind: "host-needed" },
      { kind: "kinds-without-data" },
    ]);
  });

  it("takes a kind whose name holds a comma, alone or among others", () => {
    const text = `nom;données personnelles;catégories de données\nA;sensibles;"autres données sensibles, infractions"\nB;sensibles;"identité | autres données sensibles, infractions"`;
    expect(drafts(text).map(({ personalDataKinds }) => personalDataKinds)).toEqual([["sensitive"], ["identity", "sensitive"]]);
  });

  it("reads days as one writes them, and as machines do", () => {
    expect(drafts("nom;en service depuis\nA;2020-02-29\nB;1/3/2021\nC;01.03.2021").map(({ inServiceOn }) => inServiceOn)).toEqual([
      "2020-02-29",
      "2021-03-01",
      "2021-03-01",
    ]);
  });

  it("refuses a line with every reason it has", () => {
    expect(refusals("nom;utilisateurs;état;licence libre;en service depuis\n;douze;parti;peut-être;31/02/2020")).toEqual([
      { kind: "no-name" },
      { kind: "unreadable", column: "state", value: "parti" },
      { kind: "unreadable", column: "users", value: "douze" },
      { kind: "unreadable", column: "free", value: "peut-être" },
      { kind: "unreadable", column: "in-service-on", value: "31/02/2020" },
    ]);
  });

  it("refuses what is retired, planned and yet in service, in service from tomorrow on, too long, on two lines, or beyond the columns", () => {
    expect(refusals("nom;état\nA;retiré")).toEqual([{ kind: "retired" }]);
    expect(refusals("nom;état;en service depuis\nA;prévu;2020-01-01")).toEqual([{ kind: "not-in-service-yet" }]);
    expect(refusals("nom;en service depuis\nA;2026-11-22")).toEqual([{ kind: "day-in-future" }]);
    expect(refusals(`nom;objet\n${"a".repeat(201)};${"b".repeat(2001)}`)).toEqual([
      { kind: "too-long", column: "name", max: 200 },
      { kind: "too-long", column: "purpose", max: 2000 },
    ]);
    expect(refusals('nom\n"A\nB"')).toEqual([{ kind: "several-lines", column: "name" }]);
    expect(refusals("nom;objet\nA;b;c")).toEqual([{ kind: "too-many-cells" }]);
    expect(refusals("nom;utilisateurs\nA;1000001")).toEqual([{ kind: "unreadable", column: "users", value: "1000001" }]);
  });

  it("keeps the other lines when one has a quote that is not closed, a NUL character or a million letters", () => {
    const text = `nom;objet\nA;"salles\nB;x\u0000y\nC;${"z".repeat(1_000_000)}\nD;bon`;
    expect(refusals(text)).toEqual([
      { kind: "unclosed-quote" },
      { kind: "control-characters" },
      { kind: "too-long", column: "purpose", max: 2000 },
    ]);
    expect(drafts(text).map(({ name }) => name)).toEqual(["D"]);
    for (const line of lines(text)) expect(line.text.length).toBeLessThanOrEqual(300);
    expect(
      lines(text)
        .map((line) => line.text)
        .join(""),
    ).not.toContain("\u0000");
  });

  it("takes a formula for the text that it is", () => {
    expect(drafts('nom;objet\n"=1+1";@SOMME(A1)')).toMatchObject([{ name: "=1+1", purpose: "@SOMME(A1)" }]);
    expect(drafts("nom;objet\n'=1+1;'quoted'")).toMatchObject([{ name: "=1+1", purpose: "'quoted'" }]);
  });
});

describe("a file that cannot be read as a whole", () => {
  it.each([
    ["nothing", "", { kind: "empty" }],
    ["white lines", " \n \n", { kind: "empty" }],
    ["its header alone", "nom;objet\n", { kind: "empty" }],
    ["a zip archive", "PK\u0003\u0004\u0014\u0000", { kind: "not-text" }],
    ["a picture", `\u0089PNG${"\u0000".repeat(50)}`, { kind: "not-text" }],
    ["10,000 lines", `nom\n${"A\n".repeat(10_000)}`, { kind: "too-many-lines", max: 5_000 }],
  ])("is refused: %s", (_, text, error) => {
    expect(read(text)).toEqual({ ok: false, error });
  });

  it("is refused beyond 2 MB, and taken just under", () => {
    const text = `nom\n${"a".repeat(2 * 1024 * 1024 - 4)}`;
    expect(read(text).ok).toBe(true);
    expect(read(`${text}a`)).toEqual({ ok: false, error: { kind: "too-large", max: 2 * 1024 * 1024 } });
  });

  it("is taken with 5,000 lines", () => {
    expect(lines(`nom\n${"A\n".repeat(5_000)}`)).toHaveLength(5_000);
  });
});
