import { EXCEPTIONS, NOT_OSI_APPROVED, OSI_APPROVED } from "./spdx-ids.ts";

/** What a written licence is: an SPDX identifier (with its exception), a known family without its version, or words that are no licence. */
export type ReadLicence =
  | { readonly kind: "spdx"; readonly id: string; readonly exception?: string }
  | { readonly kind: "no-version"; readonly suggestions: readonly string[] }
  | { readonly kind: "source-available" | "proprietary" | "own-text" | "not-spdx" };

const IDS: ReadonlyMap<string, string> = new Map([...OSI_APPROVED, ...NOT_OSI_APPROVED].map((id) => [id.toLowerCase(), id]));
const EXCEPTION_IDS: ReadonlyMap<string, string> = new Map(EXCEPTIONS.map((id) => [id.toLowerCase(), id]));

/** Identifiers that SPDX has replaced. The GNU ones without « only » nor « or later » follow a rule of their own. */
const REPLACED: Readonly<Record<string, string>> = { "bsd-2-clause-freebsd": "BSD-2-Clause-Views", "bsd-2-clause-netbsd": "BSD-2-Clause" };

export function exceptionId(written: string): string | undefined {
  return EXCEPTION_IDS.get(written.toLowerCase());
}

/** Reads one licence as people write it. What leaves a doubt about freedom is not read. */
export function readLicence(written: string): ReadLicence {
  const lower = written.toLowerCase();
  const id = IDS.get(lower) ?? REPLACED[lower] ?? IDS.get(lower.replace(/\+$/, ""));
  if (id !== undefined) return { kind: "spdx", id };
  if (/^(documentref-[\w.-]+:)?licenseref-[\w.-]+$/.test(lower)) return { kind: "own-text" };
  return readSpelling(plain(written));
}

/** « GNU General Public License version 3 » → « gpl 3 ». */
function plain(written: string): string {
  return written
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/affero general public/g, "agpl")
    .replace(/(lesser|library) general public/g, "lgpl")
    .replace(/general public/g, "gpl")
    .replace(/mozilla public/g, "mpl")
    .replace(/eclipse public/g, "epl")
    .replace(/european union public/g, "eupl")
    .replace(/\b(the|la|gnu|licen[cs]es?|version|software|only)\b/g, " ")
    .replace(/\bv\.?(?=\d)|(?<=[a-z])v(?=\d)/g, " ")
    .replace(/(?<=[a-z])(?=\d)/g, " ")
    .replace(/[\s,_-]+/g, " ")
    .trim();
}

const SOURCE_AVAILABLE =
  /\b(bsl|busl|business source|server side public|sspl|elastic|commons clause|fsl|functional source|polyform|source available)\b/;
const PROPRIETARY = /\b(proprietary|proprietaire|privative|closed source|eula|commerciale?)\b/;

function readSpelling(text: string): ReadLicence {
  if (SOURCE_AVAILABLE.test(text)) return { kind: "source-available" };
  if (PROPRIETARY.test(text)) return { kind: "proprietary" };
  const gnu = /^(a|l)?gpl(?: (\d)(\.\d)?)?\s*(\+|or later)?$/.exec(text);
  if (gnu !== null) return readGnu(`${(gnu[1] ?? "").toUpperCase()}GPL`, gnu[2] && `${gnu[2]}${gnu[3] ?? ".0"}`, gnu[4] !== undefined);
  for (const { spelling, versions, idOf } of FAMILIES) {
    const found = spelling.exec(text);
    const id = found?.[1] === undefined ? undefined : IDS.get(idOf(found[1]).toLowerCase());
    if (id !== undefined) return { kind: "spdx", id };
    if (found !== null) return { kind: "no-version", suggestions: versions };
  }
  return /^(mit|x11|expat|mit x11|mit\/x11)$/.test(text) ? { kind: "spdx", id: "MIT" } : { kind: "not-spdx" };
}

function readGnu(family: string, version: string | undefined, orLater: boolean): ReadLicence {
  const idOf = (number: string): string | undefined => IDS.get(`${family}-${number}-${orLater ? "or-later" : "only"}`.toLowerCase());
  const id = version === undefined ? undefined : idOf(version);
  if (id !== undefined) return { kind: "spdx", id };
  return { kind: "no-version", suggestions: ["3.0-only", "3.0-or-later"].map((end) => `${family}-${end}`) };
}

const dotted = (version: string): string => (version.includes(".") ? version : `${version}.0`);

const FAMILIES = [
  { spelling: /^apache(?: (\d(?:\.\d)?))?$/, versions: ["Apache-2.0"], idOf: (version: string) => `Apache-${dotted(version)}` },
  { spelling: /^mpl(?: (\d(?:\.\d)?))?$/, versions: ["MPL-2.0"], idOf: (version: string) => `MPL-${dotted(version)}` },
  { spelling: /^epl(?: (\d(?:\.\d)?))?$/, versions: ["EPL-2.0"], idOf: (version: string) => `EPL-${dotted(version)}` },
  { spelling: /^eupl(?: (\d\.\d))?$/, versions: ["EUPL-1.2"], idOf: (version: string) => `EUPL-${version}` },
  {
    spelling: /^cecill(?: (b|c|\d(?:\.\d)?))?$/,
    versions: ["CECILL-2.1", "CECILL-B", "CECILL-C"],
    idOf: (end: string) => `CECILL-${/\d/.test(end) ? dotted(end) : end}`,
  },
  {
    spelling: /^bsd(?: ([23])(?: clauses?)?)?$/,
    versions: ["BSD-2-Clause", "BSD-3-Clause"],
    idOf: (clauses: string) => `BSD-${clauses}-Clause`,
  },
] as const;
