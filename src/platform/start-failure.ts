import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { ConfigError } from "./config.ts";
import { lastFatal, PostgresDidNotStart } from "./db/postgres-server.ts";

type Coded = { readonly code?: string; readonly message: string; readonly path?: string };

/** What an operator can do something about, in words and without a stack; undefined where it is a fault of ours. */
export function startFailureInWords(fault: unknown, env: NodeJS.ProcessEnv): string | undefined {
  if (fault instanceof ConfigError) return fault.message;
  if (fault instanceof PostgresDidNotStart) return ourPostgresInWords(fault.said, fault.log);
  if (!(fault instanceof Error)) return undefined;
  const cause = deepest(fault);
  if (cause.code === "ENOSPC" || cause.code === "53100") return "Le disque est plein. Faites de la place, puis recommencez.";
  if (cause.path !== undefined && FILES.has(cause.code ?? ""))
    return `Ce fichier ou ce dossier ne peut pas être lu ou écrit\u00a0: ${cause.path} (${cause.code}). ${SAME_USER}`;
  if (cause.code === "ERR_INVALID_URL")
    return "DATABASE_URL ne peut pas être lue\u00a0: un caractère du mot de passe est peut-être à coder (%40 pour @).";
  const why = whyNotConnected(cause);
  if (why === undefined) return undefined;
  if (env.DATABASE_URL) return `La base de DATABASE_URL (${withoutPassword(env.DATABASE_URL)}) ne s’ouvre pas\u00a0: ${why}.`;
  const log = join(resolve(env.BEFFROI_DATA ?? "data"), "postgres/postgres.log");
  return ourPostgresInWords(lastWord(log) ?? why, log);
}

const SAME_USER = "Lancez toujours Beffroi sous l’utilisateur à qui sont ses données.";
const FILES = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "EISDIR"]);

function ourPostgresInWords(said: string, log: string): string {
  return `PostgreSQL ne fonctionne pas\u00a0: ${reasonIn(said)}${existsSync(log) ? ` Son journal\u00a0: ${log}` : ""}`;
}

function reasonIn(said: string): string {
  if (/No space left/.test(said)) return "le disque est plein. Faites de la place, puis recommencez.";
  if (/Permission denied|not permitted|wrong ownership/.test(said)) return `son dossier ne lui est pas ouvert (${said}). ${SAME_USER}`;
  return `${said}.`;
}

const LAST_BYTES = 8_000;

function lastWord(log: string): string | undefined {
  return lastFatal(log, Math.max(0, (statSync(log, { throwIfNoEntry: false })?.size ?? 0) - LAST_BYTES));
}

/** Where the driver tries several addresses, or a migration fails, what happened is inside. */
function deepest(fault: Error): Coded {
  if (fault instanceof AggregateError && fault.errors[0] instanceof Error) return deepest(fault.errors[0]);
  return fault.cause instanceof Error ? deepest(fault.cause) : (fault as Coded);
}

function whyNotConnected({ code = "", message }: Coded): string | undefined {
  if (code === "" && /timeout/i.test(message)) return WHY.ETIMEDOUT;
  if (code === "" && /terminated|not queryable/i.test(message)) return WHY.ECONNRESET;
  return WHY[code] ?? (code.startsWith("08") ? WHY.ECONNREFUSED : undefined);
}

const WHY: Readonly<Record<string, string>> = {
  ECONNREFUSED: "aucun PostgreSQL ne répond à cette adresse",
  ENOENT: "aucun PostgreSQL ne répond à cette adresse",
  ENOTFOUND: "cette machine n’existe pas",
  EAI_AGAIN: "le nom de cette machine ne peut pas être cherché",
  ETIMEDOUT: "la réponse ne vient pas à temps",
  ECONNRESET: "la connexion a été coupée",
  EPIPE: "la connexion a été coupée",
  EHOSTUNREACH: "cette machine ne peut pas être jointe",
  ENETUNREACH: "cette machine ne peut pas être jointe",
  "28P01": "le mot de passe n’est pas le bon, ou cet utilisateur n’existe pas",
  "28000": "cet utilisateur n’y est pas admis",
  "3D000": "cette base n’existe pas",
  "42501": "ce rôle n’a pas les droits qu’il faut (voir «\u202fUn PostgreSQL à vous\u202f» dans docs/operating/installation.md)",
  "53300": "PostgreSQL n’accepte plus de connexion",
  "57P01": "PostgreSQL s’arrête",
  "57P02": "PostgreSQL vient de s’arrêter en désordre",
  "57P03": "PostgreSQL démarre ou s’arrête\u202f; recommencez dans un instant",
};

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return "illisible";
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
