import { type ClientRequest, type IncomingMessage, type OutgoingHttpHeaders, request } from "node:http";
import type { Socket } from "node:net";
import packageFile from "../../../package.json" with { type: "json" };
import type { Destination } from "./destination.ts";
import { failed, Stopped } from "./fetched.ts";
import { unlessAborted } from "./unless-aborted.ts";

/** What we know of the copy we hold, as its server named it. */
export type Known = { readonly etag?: string | null | undefined; readonly lastModified?: string | null | undefined };

const LARGEST_HEADERS = 16 * 1024;
/** Longer ones are forgotten: a server does not choose how much we keep of its headers. */
const LONGEST_KEPT = 1_000;
const KEPT = /^[\x20-\x7e]+$/;

/** Asks once, on that socket, and waits for the head of the answer. Node's own agents, cookies and proxies take no part. */
export async function asked(socket: Socket, { url }: Destination, known: Known, signal: AbortSignal): Promise<IncomingMessage> {
  const asking = request({
    createConnection: () => socket,
    method: "GET",
    path: url.pathname + url.search,
    headers: { host: url.host, ...headersFor(known) },
    maxHeaderSize: LARGEST_HEADERS,
    insecureHTTPParser: false,
  });
  asking.end();
  try {
    return await unlessAborted(headOf(asking), signal);
  } catch (error) {
    asking.destroy();
    throw error;
  }
}

function headOf(asking: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    asking.once("response", resolve);
    asking.once("upgrade", () => reject(new Stopped(failed("http-status", { status: 101 }))));
    // Never `once`: a second error without a listener would end the process.
    asking.on("error", reject);
  });
}

function headersFor({ etag, lastModified }: Known): OutgoingHttpHeaders {
  const ifNoneMatch = keptHeader(etag);
  const ifModifiedSince = keptHeader(lastModified);
  return {
    "user-agent": `Beffroi/${packageFile.version}`,
    accept: "*/*",
    "accept-encoding": "gzip, deflate, br",
    ...(ifNoneMatch === null ? {} : { "if-none-match": ifNoneMatch }),
    ...(ifModifiedSince === null ? {} : { "if-modified-since": ifModifiedSince }),
  };
}

/** A header worth keeping, or sending back: short, and of printable characters. */
export function keptHeader(value: string | null | undefined): string | null {
  return value !== undefined && value !== null && value.length <= LONGEST_KEPT && KEPT.test(value) ? value : null;
}
