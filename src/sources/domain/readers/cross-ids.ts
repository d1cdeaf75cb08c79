import { addressOf, fieldOf, isFields, LONGEST, lineOf } from "../facts.ts";
import { CROSS_ID_KINDS, type CrossIdKind, type CrossIds } from "../source-record.ts";

/** The identifier of a software elsewhere: told as such, or as it stands in an address. */
export function crossIdOf(kind: CrossIdKind, value: unknown): string | null {
  if (isFields(value)) return ofObject(kind, value);
  const line = lineOf(value);
  if (line === null) return null;
  if (/^https?:/i.test(line)) return ofAddress(kind, addressOf(line).url);
  return short(line);
}

/** The identifiers there are, without those that nothing says. */
export function crossIdsOf(found: Readonly<Partial<Record<CrossIdKind, string | null>>>): CrossIds {
  return Object.fromEntries(CROSS_ID_KINDS.flatMap((kind) => (typeof found[kind] === "string" ? [[kind, found[kind]]] : [])));
}

function ofObject(kind: CrossIdKind, value: unknown): string | null {
  const told = short(lineOf(fieldOf(value, "id"))) ?? short(lineOf(fieldOf(value, "slug")));
  if (told !== null) return told;
  const translated = fieldOf(value, "i18n_url");
  const addresses = [fieldOf(translated, "fr"), fieldOf(value, "url"), fieldOf(translated, "en")];
  return addresses.map((address) => ofAddress(kind, addressOf(address).url)).find((id) => id !== null) ?? null;
}

function ofAddress(kind: CrossIdKind, address: string | null): string | null {
  if (address === null) return null;
  const url = new URL(address);
  const last = url.pathname.split("/").filter(Boolean).at(-1);
  if (kind === "wikipedia") return wikipediaPage(url);
  const asked = kind === "sill" ? (url.searchParams.get("id") ?? url.searchParams.get("name")) : null;
  const inPath = kind === "comptoir" ? /\/softwares\/(?:view\/)?(\d+)/.exec(url.pathname)?.[1] : last?.replace(/\.html?$/, "");
  return short(decoded(asked ?? inPath ?? ""));
}

/** « fr:LibreOffice »: titles differ from one language to another. */
function wikipediaPage({ hostname, pathname }: URL): string | null {
  const language = /^([a-z-]{2,12})\.(?:m\.)?wikipedia\.org$/.exec(hostname)?.[1];
  const title = /^\/wiki\/(.+)$/.exec(pathname)?.[1];
  return language === undefined || title === undefined ? null : short(`${language}:${decoded(title) ?? ""}`.replace(/\s/g, "_"));
}

function decoded(text: string): string | null {
  try {
    return lineOf(decodeURIComponent(text));
  } catch {
    return lineOf(text);
  }
}

function short(line: string | null): string | null {
  return line === null || line.length > LONGEST.id ? null : line;
}
