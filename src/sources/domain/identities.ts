import type { SourceRecord } from "./source-record.ts";

/** What tells a software from another: all kinds but the last are strong evidence. */
export const STRONG_KINDS = ["wikidata", "repository", "site-and-name", "sill", "comptoir", "framalibre", "cnll", "wikipedia"] as const;
export type StrongKind = (typeof STRONG_KINDS)[number];
export type Identity = { readonly kind: StrongKind | "name"; readonly value: string };

/** Hosts of many projects: an address there names a project by its path, and the host alone says nothing. */
const FORGES = new Set([
  "github.com",
  "gitlab.com",
  "codeberg.org",
  "framagit.org",
  "bitbucket.org",
  "sourceforge.net",
  "gitlab.adullact.net",
  "adullact.net",
]);
/** On these, a project is its first two segments; elsewhere groups may be nested. */
const TWO_SEGMENTS = new Set(["github.com", "codeberg.org", "bitbucket.org", "gitea.com"]);
const DOMAIN = /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/i;
/** Pages of people and organisations, and of forges themselves. */
const NO_PROJECT = /^(?:orgs|users|topics|explore|search|about|features|marketplace|sponsors|groups)$/;

export function identitiesOf(record: SourceRecord): readonly Identity[] {
  const { wikidata, website, repository, crossIds } = record;
  const names = [...new Set([record.name, ...record.aliases].map(foldedName))].filter((name) => name !== "");
  const found: Identity[] = names.map((value) => ({ kind: "name", value }));
  if (wikidata !== null) found.push({ kind: "wikidata", value: wikidata });
  for (const [kind, value] of Object.entries(crossIds))
    if (value !== undefined) found.push({ kind: kind as StrongKind, value: value.toLowerCase() });
  for (const address of [repository, website]) {
    const project = address === null ? undefined : projectOf(address, address === repository);
    if (project !== undefined) found.push({ kind: "repository", value: project });
  }
  // A name that is an address is a site that it has, or had: « demarches-simplifiees.fr » has moved since, and is still called so.
  const addresses = record.aliases.filter((alias) => DOMAIN.test(alias)).map((alias) => `https://${alias}`);
  const sites = [...(website === null ? [] : [website]), ...addresses].flatMap((address) => siteOf(address) ?? []);
  for (const site of new Set(sites)) for (const name of names) found.push({ kind: "site-and-name", value: `${site} ${name}` });
  return [...new Map(found.map((identity) => [`${identity.kind} ${identity.value}`, identity])).values()];
}

/** Without case, accents, punctuation and the year or version at its end: « LibreOffice 7 » is « libreoffice ». */
export function foldedName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/\([^)]*\)/g, " ")
    .trim()
    .replace(/(?<=\p{L}\s)v?\d+(\.\d+)*$/u, "")
    .replace(/[^\p{L}\p{N}+#]+/gu, "");
}

/** One spelling for each project of a forge: host and path, without protocol, case, « .git » or a page inside. Undefined where it names none. */
export function projectOf(address: string, isRepository: boolean): string | undefined {
  const url = parsed(address);
  if (url === undefined) return undefined;
  const host = hostOf(url);
  const isForge = FORGES.has(host) || /^(git|gitlab|gitea|forge|code|svn|cgit)\./.test(host);
  if (!isForge && !isRepository) return undefined;
  if (host === "sourceforge.net" || host.endsWith(".sourceforge.net")) return sourceforgeProject(host, url.pathname);
  if (host.endsWith(".github.io") || host.endsWith(".gitlab.io")) return undefined;
  const segments = url.pathname
    .replace(/\/(-|tree|blob|src|wiki|releases|issues)(\/.*)?$/i, "")
    .split("/")
    .filter((part) => part !== "");
  const path = (TWO_SEGMENTS.has(host) ? segments.slice(0, 2) : segments)
    .join("/")
    .toLowerCase()
    .replace(/\.git$/, "");
  const first = segments[0]?.toLowerCase() ?? "";
  if (path === "" || NO_PROJECT.test(first) || (isForge && !path.includes("/"))) return undefined;
  return `${host}/${path}`;
}

/** The repositories that the identifiers of packages name: « purl:pkg:github/nextcloud/server » is « github.com/nextcloud/server ». */
export function repositoriesOf(identifiers: readonly string[]): readonly string[] {
  return identifiers.flatMap((identifier) => {
    const [, host = "", path = ""] = /^purl:pkg:(github|gitlab|bitbucket)\/([^@?#]+)/i.exec(identifier) ?? [];
    const domain = { github: "github.com", gitlab: "gitlab.com", bitbucket: "bitbucket.org" }[host.toLowerCase()];
    return domain === undefined ? [] : (projectOf(`https://${domain}/${path}`, true) ?? []);
  });
}

function sourceforgeProject(host: string, path: string): string | undefined {
  const named = /^\/(?:projects|p)\/([^/]+)/.exec(path)?.[1] ?? /^([\w-]+)\.sourceforge\.net$/.exec(host)?.[1];
  return named === undefined || named === "www" ? undefined : `sourceforge.net/${named.toLowerCase()}`;
}

/** The site of a software, where it is not one page of a forge or of a great many: host, and nothing of the path. */
export function siteOf(address: string): string | undefined {
  const url = parsed(address);
  if (url === undefined) return undefined;
  const host = hostOf(url);
  return FORGES.has(host) ? undefined : registeredDomain(host);
}

/** Under these, each name is somebody else's. */
const SHARED_DOMAINS =
  /(?:^|\.)((?:gouv|asso)\.fr|(?:co|org|ac|gov)\.uk|(?:com|gov|org)\.(?:au|br|cn)|github\.io|gitlab\.io|codeberg\.page|readthedocs\.io|sourceforge\.(?:net|io)|netlify\.app|vercel\.app|pages\.dev|web\.app|herokuapp\.com|wordpress\.com|blogspot\.com|free\.fr)$/;

/** « docs.exemple.org » is « exemple.org »: a software moves within its domain. Beside a name, that is precise enough. */
function registeredDomain(host: string): string {
  const shared = SHARED_DOMAINS.exec(host)?.[1];
  const kept = shared === undefined ? 2 : shared.split(".").length + 1;
  return host.split(".").slice(-kept).join(".");
}

function hostOf(url: URL): string {
  return url.hostname
    .toLowerCase()
    .replace(/^www\d?\./, "")
    .replace(/\.$/, "");
}

function parsed(address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === "http:" || url.protocol === "https:" ? url : undefined;
}
