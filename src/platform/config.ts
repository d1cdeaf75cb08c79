import { resolve } from "node:path";

/** What the environment says. Names are those of docs/operating/installation.md. */
export type Config = {
  readonly host: string;
  readonly port: number;
  /** How many processes answer on that port. */
  readonly processes: number;
  /** The address people type, without a final slash. */
  readonly publicUrl: string;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  /** Addresses of reverse proxies whose X-Forwarded-For is believed. */
  readonly trustProxy: boolean;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly metricsToken: string | undefined;
  readonly logLevel: string;
  /** The component gallery, in development and tests alone. */
  readonly showsGallery: boolean;
};

export class ConfigError extends Error {}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const host = env.HOST ?? "127.0.0.1";
  const port = portOf(env.PORT);
  return {
    host,
    port,
    processes: processesOf(env.BEFFROI_PROCESSES),
    publicUrl: urlOf(env.BEFFROI_URL) ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    dataFolder: resolve(env.BEFFROI_DATA ?? "data"),
    databaseUrl: databaseUrlOf(env.DATABASE_URL),
    trustProxy: env.BEFFROI_TRUST_PROXY === "1",
    smtpUrl: env.SMTP_URL === "" ? undefined : env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? "Beffroi <beffroi@localhost>",
    metricsToken: env.METRICS_TOKEN,
    logLevel: env.LOG_LEVEL ?? "info",
    showsGallery: env.BEFFROI_GALLERY === "1",
  };
}

function portOf(text: string | undefined): number {
  const port = Number(text ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ConfigError(`PORT doit être un nombre de 0 à 65535, et non «\u202f${text}\u202f».`);
  return port;
}

const MOST_PROCESSES = 32;

function processesOf(text: string | undefined): number {
  const processes = Number(text || 1);
  if (!Number.isInteger(processes) || processes < 1 || processes > MOST_PROCESSES)
    throw new ConfigError(`BEFFROI_PROCESSES doit être un nombre de 1 à ${MOST_PROCESSES}, et non «\u202f${text}\u202f».`);
  return processes;
}

/** A socket's address is no URL for the web: PostgreSQL's driver reads the rest. */
function databaseUrlOf(text: string | undefined): string | undefined {
  if (text === undefined || text === "") return undefined;
  if (!/^(postgres(ql)?|socket):/.test(text))
    throw new ConfigError("DATABASE_URL doit être une adresse «\u202fpostgresql://utilisateur:motdepasse@hôte:5432/base\u202f».");
  return text;
}

function urlOf(text: string | undefined): string | undefined {
  if (text === undefined || text === "") return undefined;
  if (!URL.canParse(text) || !/^https?:/.test(text))
    throw new ConfigError(`BEFFROI_URL doit être une adresse http(s), et non «\u202f${text}\u202f».`);
  return text.replace(/\/+$/, "");
}
