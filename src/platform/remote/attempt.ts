import type { IncomingMessage } from "node:http";
import { bodyOf } from "./body.ts";
import { connected, type Dial } from "./connection.ts";
import { destinationOf, type Resolve, readUrl } from "./destination.ts";
import { asked, type Known, keptHeader } from "./exchange.ts";
import { failureOf } from "./failure-of.ts";
import { type Failed, type Fetched, failed } from "./fetched.ts";
import { unlessAborted } from "./unless-aborted.ts";
import { retryAfter } from "./waiting.ts";

export type Terms = {
  readonly known: Known;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly firstByteMs: number;
  readonly allowPrivate: boolean;
  readonly resolve: Resolve;
  readonly dial: Dial;
};

export type Attempt = { readonly fetched: Fetched; readonly retryAfterMs?: number | undefined };

const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** One try: the request, and the redirects it meets, within `timeoutMs` in all. */
export async function attempt(address: string, terms: Terms): Promise<Attempt> {
  const outOfTime = new AbortController();
  const timer = setTimeout(() => outOfTime.abort(), terms.timeoutMs);
  try {
    return await follow(address, terms, outOfTime.signal);
  } finally {
    clearTimeout(timer);
  }
}

async function follow(address: string, terms: Terms, signal: AbortSignal): Promise<Attempt> {
  let url = readUrl(address);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    if ("kind" in url) return { fetched: url };
    const step = await visit(url, terms, signal);
    if (!("location" in step)) return step;
    const from = url;
    url = readUrl(step.location, from);
    if (!("kind" in url) && from.protocol === "https:" && url.protocol === "http:")
      return { fetched: failed("tls", { detail: "redirected from https to http" }) };
  }
  return { fetched: failed("too-many-redirects") };
}

type Step = Attempt | { readonly location: string };

/** One request on one connection, which is closed whatever comes. */
async function visit(url: URL, terms: Terms, whole: AbortSignal): Promise<Step> {
  const noAnswer = new AbortController();
  const timer = setTimeout(() => noAnswer.abort(), terms.firstByteMs);
  const signal = AbortSignal.any([whole, noAnswer.signal]);
  let close = (): void => undefined;
  try {
    const destination = await unlessAborted(destinationOf(url, terms.resolve, terms.allowPrivate), signal);
    if (destination.kind === "failed") return { fetched: destination };
    const socket = await connected(destination, terms.dial, signal);
    close = () => void socket.destroy();
    const answer = await asked(socket, destination, terms.known, signal);
    clearTimeout(timer);
    return await read(answer, url, terms, whole);
  } catch (error) {
    return { fetched: signal.aborted ? failed("timeout") : failureOf(error) };
  } finally {
    clearTimeout(timer);
    close();
  }
}

async function read(answer: IncomingMessage, url: URL, { known, maxBytes }: Terms, signal: AbortSignal): Promise<Step> {
  const { statusCode: status = 0, headers } = answer;
  // Node reads headers as Latin-1; servers that do not escape their addresses write UTF-8.
  if (REDIRECTS.has(status) && headers.location !== undefined) return { location: Buffer.from(headers.location, "latin1").toString() };
  if (status === 304 && (keptHeader(known.etag) ?? keptHeader(known.lastModified)) !== null) return { fetched: { kind: "not-modified" } };
  if (status !== 200) return { fetched: badStatus(status), retryAfterMs: retryAfter(headers["retry-after"]) };
  const bytes = await bodyOf(answer, maxBytes, signal);
  return {
    fetched: {
      kind: "fetched",
      bytes,
      etag: keptHeader(headers.etag),
      lastModified: keptHeader(headers["last-modified"]),
      contentType: keptHeader(headers["content-type"]),
      finalUrl: url.href,
    },
  };
}

function badStatus(status: number): Failed {
  return failed("http-status", { status, retryable: status === 429 || status >= 500 });
}
