import { writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Command, Option } from "commander";
import {
  AUTHORITY_KINDS,
  type AuthorityKind,
  authorityBySlug,
  listAuthorities,
  openAuthority,
  type PublicAuthority,
} from "#src/authorities/public.ts";
import { type CliResult, searchForCli } from "#src/catalogue/public.ts";
import { isUuid } from "#src/kernel/ids.ts";
import { agentTokensOf, createAgentTokenByCommand, revokeAgentTokenByCommand } from "#src/machines/public.ts";
import { writeBackup } from "#src/platform/backup/backup.ts";
import { restoreBackup } from "#src/platform/backup/restore.ts";
import { backupRefusalInWords, restoreRefusalInWords } from "#src/platform/backup/words.ts";
import { emailAddress, LONGEST_QUERY, lineOf, pathOf, placeOf, shortText, wholeNumber } from "#src/platform/command-arguments.ts";
import { inFrench } from "#src/platform/command-arguments-in-french.ts";
import { type Config, readConfig } from "#src/platform/config.ts";
import { openDatabase, openPool } from "#src/platform/db/database.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { verifyJournal } from "#src/platform/journal/verify.ts";
import { hasDatabase, MIGRATIONS, openBareDatabase, startPlatform } from "#src/platform/start.ts";
import { startFailureInWords } from "#src/platform/start-failure.ts";
import {
  importPlace,
  loadCatalogue,
  problemInWords,
  refusalInWords,
  reportAsCsv,
  SOURCE_FORMATS,
  type SourceFormat,
} from "#src/sources/public.ts";
import { refreshSuppliers } from "#src/suppliers/public.ts";

const program = inFrench(new Command("beffroi")).description(
  "Beffroi, le bureau du logiciel des collectivités. Fonctionne que le serveur soit lancé ou arrêté, sur les mêmes données.",
);

const catalogue = program.command("catalogue").description("le catalogue des logiciels");
catalogue
  .command("search")
  .description("cherche des logiciels d’après une phrase, un mot métier ou le nom d’un logiciel propriétaire")
  .argument("<texte>", "ce qu’il faut chercher\u202f; « - » lit une recherche par ligne sur l’entrée standard", shortText)
  .option("--limit <n>", "nombre de résultats, de 1 à 100", wholeNumber(1, 100), 10)
  .option("--json", "en JSON : [{name, aliases, free, licence, score, why}]")
  .action((text: string, options: { limit: number; json?: true }) =>
    withPlatform(async ({ db }) => {
      await loadCatalogue(db, "data/catalogue");
      const answer = async (asked: string): Promise<void> => {
        showFound(await searchForCli(db, asked, options.limit), options.json === true);
      };
      if (text !== "-") return answer(text);
      for await (const line of createInterface({ input: process.stdin }))
        await answer(line.replace(/\p{Cc}/gu, " ").slice(0, LONGEST_QUERY));
    }),
  );

catalogue
  .command("import")
  .description("importe un catalogue public\u202f; le refaire ne change rien")
  .argument(
    "<chemin-ou-adresse>",
    "un fichier, une adresse\u202f; pour publiccode, aussi un dossier, ou un fichier .txt d’une adresse par ligne",
  )
  .addOption(new Option("--format <format>", "ce que contient le fichier").choices([...SOURCE_FORMATS]).makeOptionMandatory())
  .option("--report <fichier>", "écrit le compte rendu, ligne par ligne, en CSV")
  .option("--json", "en JSON : {state, created, joined, updated, unchanged, skipped, problems, lines}")
  .action((place: string, options: { format: SourceFormat; report?: string; json?: true }) =>
    withPlatform(async (deps) => {
      await loadCatalogue(deps.db, "data/catalogue");
      const afterImport = async (db: Deps["db"]): Promise<void> => void (await refreshSuppliers(db, deps.now()));
      const result = await importPlace({ ...deps, afterImport }, { format: options.format, place: placeOf(place), askedBy: null });
      if (!result.ok) return fail(refusalInWords(result.error));
      const { report, lines, problems } = result.value;
      if (options.report !== undefined) writeFileSync(pathOf(options.report), reportAsCsv(lines));
      const { state, created, joined, updated, unchanged, skipped } = report;
      if (options.json) return say(JSON.stringify({ state, created, joined, updated, unchanged, skipped, problems, lines }));
      for (const problem of problems) say(problemInWords(problem));
      for (const { outcome, name, detail } of lines)
        if (outcome === "skipped") say(`laissé de côté\u00a0: ${name ?? "?"} (${detail ?? ""})`);
      say(`${created} créés, ${joined} rattachés, ${updated} mis à jour, ${unchanged} inchangés, ${skipped} laissés de côté.`);
    }),
  );

function showFound(results: readonly CliResult[], asJson: boolean): void {
  if (asJson) say(JSON.stringify(results));
  else if (results.length === 0) say("Rien trouvé.");
  else for (const result of results) say(lineOfResult(result));
}

function lineOfResult({ name, free, licence, why }: CliResult): string {
  const freedom = free === null ? "licence à vérifier" : free ? `libre, ${licence ?? "licence à préciser"}` : "propriétaire";
  return `${name} — ${freedom} — ${why.join(" ; ")}`;
}

const authority = program.command("authority").description("les collectivités de cette instance");
authority
  .command("list")
  .description("les collectivités, une par ligne")
  .option("--json", "en JSON : [{slug, name}]")
  .action((options: { json?: true }) =>
    withPlatform(async ({ db }) => {
      const all = (await listAuthorities(db)).map(({ slug, name }) => ({ slug, name }));
      say(options.json ? JSON.stringify(all) : all.map(({ slug, name }) => `${slug}\t${name}`).join("\n"));
    }),
  );

authority
  .command("create")
  .description("ouvre une collectivité de plus, et imprime le lien d’invitation de son premier administrateur (valable 14 jours)")
  .argument("<nom>", "par exemple « Ville de Valmontel »", lineOf(200))
  .requiredOption("--admin-name <nom>", "prénom et nom de l’administrateur", lineOf(120))
  .requiredOption("--admin-email <adresse>", "son adresse électronique", emailAddress)
  .addOption(new Option("--kind <type>", "type de collectivité").choices([...AUTHORITY_KINDS]).default("commune"))
  .action((name: string, options: { adminName: string; adminEmail: string; kind: AuthorityKind }) =>
    withPlatform(async (deps) => {
      const administrator = { name: options.adminName, email: options.adminEmail };
      say(await openAuthority(deps, { name, kind: options.kind, administrator }));
    }),
  );

const agentToken = program.command("agent-token").description("les jetons des agents d’inventaire d’une collectivité");
const ofAuthority = (): Option => new Option("--authority <slug>", "la collectivité (voir authority list)").makeOptionMandatory();
agentToken
  .command("create")
  .description("fait un jeton, et l’imprime une seule fois, avec l’adresse à donner aux agents")
  .addOption(ofAuthority())
  .option("--label <nom>", "à quoi il servira, par exemple « Postes des écoles »", lineOf(100), "Ligne de commande")
  .option("--json", "en JSON : {id, token, address}")
  .action((options: { authority: string; label: string; json?: true }) =>
    withPlatform(async (deps) => {
      const chosen = await authorityCalled(deps, options.authority);
      if (chosen === undefined) return;
      const made = await createAgentTokenByCommand(deps, chosen.id, options.label);
      if (!made.ok) return fail("Cette collectivité a trop de jetons.");
      const { id, token, address } = made.value;
      if (options.json) return say(JSON.stringify({ id, token, address }));
      say(`Jeton\u00a0: ${token}`);
      say(`Adresse\u00a0: ${address}`);
    }),
  );

agentToken
  .command("list")
  .description("les jetons, sans leur secret")
  .addOption(ofAuthority())
  .option("--json", "en JSON : [{id, label, madeAt, lastUsedAt, revokedAt}]")
  .action((options: { authority: string; json?: true }) =>
    withPlatform(async (deps) => {
      const chosen = await authorityCalled(deps, options.authority);
      if (chosen === undefined) return;
      const tokens = (await readAuthority(deps.db, chosen.id, agentTokensOf)).map(({ madeBy: _, ...token }) => token);
      if (options.json) return say(JSON.stringify(tokens));
      for (const { id, label, revokedAt } of tokens) say(`${id}\t${revokedAt === null ? "valable" : "révoqué"}\t${label}`);
    }),
  );

agentToken
  .command("revoke")
  .description("révoque un jeton\u202f: les agents qui le portent sont refusés aussitôt")
  .argument("<id>", "son identifiant (voir agent-token list)")
  .addOption(ofAuthority())
  .action((id: string, options: { authority: string }) =>
    withPlatform(async (deps) => {
      const chosen = await authorityCalled(deps, options.authority);
      if (chosen === undefined) return;
      const done = isUuid(id) && (await revokeAgentTokenByCommand(deps, chosen.id, id)).ok;
      if (done) say("Le jeton est révoqué.");
      else fail("Aucun jeton valable de cette collectivité n’a cet identifiant.");
    }),
  );

async function authorityCalled({ db }: Deps, slug: string): Promise<PublicAuthority | undefined> {
  const found = await authorityBySlug(db, slug);
  if (found === undefined) fail(`Aucune collectivité «\u202f${slug}\u202f» sur cette instance.`);
  return found;
}

const journal = program.command("journal").description("le journal chaîné des collectivités");
journal
  .command("verify")
  .description("relit tout le journal\u202f; nomme la première écriture altérée et sort avec 1")
  .option("--authority <slug>", "une seule collectivité")
  .action((options: { authority?: string }) =>
    withPlatform(async ({ db }) => {
      const all = await listAuthorities(db);
      const chosen = options.authority === undefined ? all : all.filter(({ slug }) => slug === options.authority);
      if (options.authority !== undefined && chosen.length === 0)
        fail(`Aucune collectivité «\u202f${options.authority}\u202f» sur cette instance.`);
      for (const each of chosen) await sayVerified(db, each);
    }),
  );

async function sayVerified(db: Deps["db"], { id, slug }: PublicAuthority): Promise<void> {
  const result = await verifyJournal(db, id);
  if (result.intact) say(`${slug}\u00a0: intact, ${result.entries} écritures, empreinte ${result.head}`);
  else fail(`${slug}\u00a0: écriture ${result.sequence} (${result.id}) altérée\u00a0: ${result.reason}`);
}

program
  .command("backup")
  .description("sauvegarde toutes les données dans un fichier, que Beffroi soit lancé ou arrêté, et imprime son nom")
  .argument("[dossier-ou-fichier]", "où l’écrire\u202f; par défaut, le dossier backups du dossier de données")
  .action((place: string | undefined) =>
    withConfig(async (config) => {
      if (!hasDatabase(config)) return fail(backupRefusalInWords({ kind: "nothing-there" }));
      const asked = place === undefined ? `${config.dataFolder}/backups/` : pathOf(place);
      await withDatabase(config, async (url) => {
        const result = await writeBackup(url, asked, new Date());
        if (result.ok) say(result.value.path);
        else fail(backupRefusalInWords(result.error));
      });
    }),
  );

program
  .command("restore")
  .description("remet une sauvegarde à la place de la base, Beffroi étant arrêté, puis vérifie le journal")
  .argument("<fichier>", "une sauvegarde faite par backup, de cette version ou d’une plus ancienne")
  .option("--replace", "même si la base contient des collectivités\u202f: elles seront perdues")
  .action((file: string, { replace = false }: { replace?: boolean }) =>
    withConfig((config) =>
      withDatabase(config, async (url) => {
        const result = await restoreBackup(url, { path: pathOf(file), migrations: MIGRATIONS, replace });
        if (!result.ok) return fail(restoreRefusalInWords(result.error));
        const { manifest, migrated } = result.value;
        const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
        say(`Sauvegarde du ${manifest.madeAt} remise\u00a0: ${manifest.tables.length} tables, ${rows} lignes.`);
        if (migrated.length > 0) say(`Mise à jour\u00a0: ${migrated.join(", ")}`);
        const db = openDatabase(openPool(url));
        for (const each of await listAuthorities(db)) await sayVerified(db, each);
        await db.destroy();
      }),
    ),
  );

function say(line: string): void {
  if (line !== "") process.stdout.write(`${line}\n`);
}

function fail(line: string): void {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}

/** Opens the same data as the server, whether it runs or not, and leaves it as it was found. */
async function withPlatform(work: (deps: Deps) => Promise<void>): Promise<void> {
  await withConfig(async (config) => {
    const started = await startPlatform({ ...config, logLevel: "silent" }, { leaveAsFound: true });
    await work(started.deps).finally(started.close);
  });
}

/** The same, of the database alone, as it is. */
async function withDatabase(config: Config, work: (url: string) => Promise<void>): Promise<void> {
  const { url, close } = await openBareDatabase(config);
  await work(url).finally(close);
}

async function withConfig(work: (config: Config) => Promise<void>): Promise<void> {
  try {
    await work(readConfig(process.env));
  } catch (fault) {
    const words = startFailureInWords(fault, process.env);
    fail(words ?? `La commande a échoué\u00a0: ${fault instanceof Error ? fault.message : fault}`);
  }
}

await program.parseAsync();
