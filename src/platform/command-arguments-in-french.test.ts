import { Command, Option } from "commander";
import { describe, expect, it } from "vitest";
import { shortText, wholeNumber } from "./command-arguments.ts";
import { inFrench } from "./command-arguments-in-french.ts";

type Ended = { readonly exitCode: number; readonly out: string; readonly err: string };

/** A command like ours, in this process. */
async function typed(...words: readonly string[]): Promise<Ended> {
  let [out, err] = ["", ""];
  const ended = new Error("ended");
  let exitCode = 0;
  const program = new Command("beffroi").configureOutput({
    writeOut: (text) => (out += text),
    writeErr: (text) => (err += text),
    getOutHelpWidth: () => 200,
  });
  inFrench(program, (code) => {
    exitCode = code;
    throw ended;
  });
  const catalogue = program.command("catalogue").description("le catalogue");
  const search = catalogue.command("search").description("cherche").argument("<texte>", "quoi chercher", shortText);
  search.option("--limit <n>", "nombre de résultats", wholeNumber(1, 100), 10).option("--json", "en JSON");
  search.addOption(new Option("--format <format>", "le format").choices(["csv", "ods"]).makeOptionMandatory());
  search.action(() => undefined);
  await program.parseAsync(words, { from: "user" }).catch((fault: unknown) => {
    if (fault !== ended) throw fault;
  });
  return { exitCode, out, err: err.replaceAll("\u00a0", " ").replaceAll("\u202f", " ") };
}

const MORE = "\n(beffroi --help montre les commandes)\n";
const SAID: readonly (readonly [string, readonly string[], string])[] = [
  ["an unknown command", ["catalog"], "Commande inconnue : catalog. Vouliez-vous dire catalogue ?"],
  ["an unknown command like no other", ["xyz"], "Commande inconnue : xyz."],
  ["an unknown option", ["catalogue", "search", "x", "--format", "csv", "--jsn"], "Option inconnue : --jsn. Vouliez-vous dire --json ?"],
  ["an option with quotes", ["catalogue", "search", "x", "--format", "csv", "--l'eau'"], "Option inconnue : --l'eau'."],
  ["a missing argument", ["catalogue", "search", "--format", "csv"], "Il manque l’argument <texte>."],
  ["a missing mandatory option", ["catalogue", "search", "x"], "Il manque l’option --format <format>."],
  ["an option without its value", ["catalogue", "search", "x", "--limit"], "L’option --limit <n> attend une valeur."],
  [
    "a choice that is not one",
    ["catalogue", "search", "x", "--format", "pdf' is invalid. '"],
    "« pdf' is invalid. ' » ne convient pas à --format <format>. Choix possibles : csv, ods.",
  ],
  [
    "a value that our own readers refuse",
    ["catalogue", "search", "x", "--limit", "0"],
    "« 0 » ne convient pas à --limit <n>. Un nombre entier de 1 à 100 est attendu.",
  ],
  [
    "an argument that our own readers refuse",
    ["catalogue", "search", " ", "--format", "csv"],
    "«   » ne convient pas à <texte>. Le texte à chercher est vide.",
  ],
  ["too many arguments", ["catalogue", "search", "x", "y", "--format", "csv"], "Trop d’arguments : 1 attendu, 2 donnés (x, y)."],
];

describe("what is typed wrong", () => {
  for (const [name, words, sentence] of SAID)
    it(`is said in French, and ends with 1: ${name}`, async () => {
      expect(await typed(...words)).toEqual({ exitCode: 1, out: "", err: `${sentence}${MORE}` });
    });

  it("is not said of what is typed well", async () => {
    expect(await typed("catalogue", "search", "x", "--format", "csv")).toEqual({ exitCode: 0, out: "", err: "" });
  });
});

describe("the help", () => {
  it("is in French, and ends with 0 when it was asked for", async () => {
    for (const words of [["--help"], ["help"], ["catalogue", "--help"], ["catalogue", "help", "search"], ["catalogue", "search", "-h"]]) {
      const { exitCode, out, err } = await typed(...words);
      expect([words, exitCode, err]).toEqual([words, 0, ""]);
      expect(out).toMatch(/^Utilisation\u00a0: beffroi/);
      expect(out).not.toMatch(/Usage|Commands|display|default|choices|\[command\]/);
    }
    const { out } = await typed("catalogue", "search", "--help");
    expect(out).toContain('le format (choix\u00a0: "csv", "ods")');
    expect(out).toContain("nombre de résultats (par défaut\u00a0: 10)");
  });

  it("is shown, with 1, to whoever types no command", async () => {
    const { exitCode, err } = await typed("catalogue");
    expect([exitCode, err.startsWith("Utilisation : beffroi catalogue")]).toEqual([1, true]);
  });
});
