import type { Language } from "#src/kernel/language.ts";

const fr = {
  freeOnly: "les logiciels libres ou à vérifier, un document chacun",
  fileOfOne: "Télécharger la fiche",
  written: (day: string) => `publiccode.yml 0.5, écrit le ${day} par Beffroi d’après son catalogue, et non par les auteurs du logiciel.`,
  incomplete: "Incomplet\u00a0: le catalogue ne connaît pas ces champs que la norme demande. Ils sont absents plutôt qu’inventés\u00a0:",
  complete: "Tous les champs que la norme demande sont là.",
  guess: (said: string) => `La licence est une supposition\u00a0: la source écrit «\u202f${said}\u202f».`,
  sources: (names: string) => `Sources\u00a0: ${names}.`,
  own: (by: string) => `Dit par ${by}, au-dessus de ce que disent les autres sources\u00a0:`,
  otherFact: (label: string, value: string) => `* ${label}\u00a0: ${value} (sans place dans cette norme)`,
  reason: (reason: string) => `Pourquoi\u00a0: ${reason}`,
  elsewhere: {
    publisher: "Éditeur",
    wikidata: "Wikidata",
    endoflife: "endoflife.date",
    aliases: "Autres noms",
    replaces: "Peut remplacer",
  } as Readonly<Record<string, string>>,
  leftOut: (count: number) => `Logiciels propriétaires laissés de côté, car ce format décrit du code publié\u00a0: ${count}.`,
};
type ExportTexts = typeof fr;

const en: ExportTexts = {
  freeOnly: "free software, or whose licence is to be checked, a document each",
  fileOfOne: "Download the file",
  written: (day) => `publiccode.yml 0.5, written on ${day} by Beffroi from its catalogue, not by the authors of the software.`,
  incomplete: "Incomplete: the catalogue does not know these fields, which the standard asks for. They are left out rather than made up:",
  complete: "All the fields that the standard asks for are there.",
  guess: (said) => `The licence is a guess: the source writes “${said}”.`,
  sources: (names) => `Sources: ${names}.`,
  own: (by) => `Said by ${by}, on top of what other sources say:`,
  otherFact: (label, value) => `* ${label}: ${value} (no place in this standard)`,
  reason: (reason) => `Why: ${reason}`,
  elsewhere: {
    publisher: "Publisher",
    wikidata: "Wikidata",
    endoflife: "endoflife.date",
    aliases: "Other names",
    replaces: "Can replace",
  },
  leftOut: (count) => `Proprietary software left out, as this format describes published code: ${count}.`,
};

const TEXTS: Readonly<Record<Language, ExportTexts>> = { fr, en };

export function exportTexts(language: Language): ExportTexts {
  return TEXTS[language];
}
