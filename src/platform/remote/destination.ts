import { isIP } from "node:net";
import { isLoopbackAddress, isPublicAddress } from "./addresses.ts";
import { type Failed, failed } from "./fetched.ts";

/** Every address of a host. It is asked once for each connection, and nothing resolves the name again afterwards. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** Where one request goes: `addresses` have all been checked, and are the only ones that may be called. */
export type Destination = {
  readonly kind: "destination";
  readonly url: URL;
  readonly secure: boolean;
  /** The host without the brackets of IPv6 nor the last dot: what a certificate names. */
  readonly host: string;
  readonly port: number;
  readonly addresses: readonly string[];
};

const LONGEST_URL = 8_000;
/** A name with hundreds of addresses must not keep us busy. All are checked, these are tried. */
const ADDRESSES_TRIED = 8;

/** Reads what was typed, or what a redirect says (`base` is then where it was said). */
export function readUrl(text: string, base?: URL): URL | Failed {
  const url = text.length > LONGEST_URL ? null : URL.parse(text, base);
  if (url === null) return failed("not-an-address");
  if (url.protocol !== "http:" && url.protocol !== "https:") return failed("not-http");
  if (url.username !== "" || url.password !== "") return failed("not-an-address", { detail: "credentials" });
  const port = portOf(url);
  if (port !== 80 && port !== 443 && port < 1024) return failed("not-an-address", { detail: "port" });
  url.hash = "";
  return url;
}

/** Resolves the host once and checks every answer: one closed address among public ones closes the whole name. */
export async function destinationOf(url: URL, resolve: Resolve, allowPrivate: boolean): Promise<Destination | Failed> {
  // The URL parser has already rewritten decimal, octal and hexadecimal spellings of IPv4 as four plain numbers.
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
  const addresses = isIP(host) === 0 ? await resolve(host) : [host];
  if (addresses.length === 0) return failed("unknown-host");
  const open = (address: string): boolean => isPublicAddress(address) || (allowPrivate && isLoopbackAddress(address));
  if (!addresses.every(open)) return failed("private-address");
  const secure = url.protocol === "https:";
  return { kind: "destination", url, secure, host, port: portOf(url), addresses: addresses.slice(0, ADDRESSES_TRIED) };
}

function portOf(url: URL): number {
  if (url.port !== "") return Number(url.port);
  return url.protocol === "https:" ? 443 : 80;
}
