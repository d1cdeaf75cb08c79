import { type Command, type CommanderError, Help, type Option } from "commander";

/**
 * What the library of the command line says by itself, in English alone, said in French. To be called before any command is added:
 * commands inherit it. `end` never returns.
 */
export function inFrench(program: Command, end: (exitCode: number) => never = process.exit): Command {
  const { writeErr = (text: string) => process.stderr.write(text) } = program.configureOutput();
  return program
    .configureOutput({ outputError: () => undefined })
    .exitOverride((error) => {
      if (!SAYS_NOTHING.has(error.code)) writeErr(`${errorInFrench(error)}\n(${program.name()} --help montre les commandes)\n`);
      return end(error.exitCode);
    })
    .helpOption("-h, --help", "montre cette aide")
    .helpCommand("help [commande]", "montre l’aide d’une commande")
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      styleUsage: (usage) => usage.replace("[command]", "[commande]"),
      optionDescription,
    });
}

/** They ended after the help, or the version, that was asked for. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(["commander.help", "commander.helpDisplayed", "commander.version"]);

const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "Utilisation\u00a0:",
  "Arguments:": "Arguments\u00a0:",
  "Options:": "Options\u00a0:",
  "Global Options:": "Options de toutes les commandes\u00a0:",
  "Commands:": "Commandes\u00a0:",
};

function optionDescription(option: Option): string {
  const english = new Help().optionDescription(option);
  const added = english.slice(option.description.length);
  return option.description + added.replace("choices: ", "choix\u00a0: ").replace("default: ", "par défaut\u00a0: ");
}

/** The kind is in the code; what it is about, only in the English sentence. */
function errorInFrench({ code, message }: Pick<CommanderError, "code" | "message">): string {
  const [sentence = "", hint = ""] = message.split("\n(Did you mean ");
  const about = /'(.*)'/s.exec(sentence)?.[1] ?? "";
  switch (code) {
    case "commander.unknownCommand":
      return `Commande inconnue\u00a0: ${about}.${suggested(hint)}`;
    case "commander.unknownOption":
      return `Option inconnue\u00a0: ${about}.${suggested(hint)}`;
    case "commander.missingArgument":
      return `Il manque l’argument <${about}>.`;
    case "commander.optionMissingArgument":
      return `L’option ${about} attend une valeur.`;
    case "commander.missingMandatoryOptionValue":
      return `Il manque l’option ${about}.`;
    case "commander.excessArguments":
      return excessInFrench(sentence);
    case "commander.invalidArgument":
      return invalidInFrench(sentence);
    default:
      return `La commande n’est pas comprise\u00a0: ${sentence.replace(/^error: /, "")}`;
  }
}

/** « one of backup, restore?) » */
function suggested(hint: string): string {
  const names = hint.replace(/^one of /, "").replace(/\?\)\s*$/, "");
  return names === "" ? "" : ` Vouliez-vous dire ${names.split(", ").join(" ou ")}\u202f?`;
}

function excessInFrench(sentence: string): string {
  const [, expected = "0", received = "", given = ""] = /Expected (\d+) arguments? but got (\d+): (.*)\.$/s.exec(sentence) ?? [];
  return `Trop d’arguments\u00a0: ${expected} attendu${Number(expected) > 1 ? "s" : ""}, ${received} donnés (${given}).`;
}

function invalidInFrench(sentence: string): string {
  const option = /^error: option '(.+?)' (?:argument|value) '(.*)'(?: from env '\w+')? is invalid\. (.*)$/s.exec(sentence);
  const argument = /^error: command-argument value '(.*)' is invalid for argument '(.+?)'\. (.*)$/s.exec(sentence);
  const [value, whose, why] = option === null ? [argument?.[1], `<${argument?.[2]}>`, argument?.[3]] : [option[2], option[1], option[3]];
  const reason = (why ?? "").replace(/^Allowed choices are /, "Choix possibles\u00a0: ");
  return `«\u202f${value ?? ""}\u202f» ne convient pas à ${whose}. ${reason}`;
}
