import { lookup } from "node:dns/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { attempt, type Terms } from "./attempt.ts";
import { type Dial, dialDirectly } from "./connection.ts";
import type { Resolve } from "./destination.ts";
import type { Fetched } from "./fetched.ts";
import { waitBefore } from "./waiting.ts";

export type { Failed, FailureReason, Fetched, RemoteFile } from "./fetched.ts";

export type FetchOptions = {
  /** What the last fetch answered: the server may then say « not modified ». */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** Bounds the body as it travels, and again once decompressed. */
  readonly maxBytes: number;
  /** For one try, its redirects included. 30 s. */
  readonly timeoutMs?: number;
  /** From the first move towards a server to the head of its answer. 10 s. */
  readonly firstByteMs?: number;
  /** Tries after the first one, for failures that may pass. 3. */
  readonly retries?: number;
  /** Lets tests call servers of theirs on loopback, and nothing else that is private. Never set it outside tests. */
  readonly allowPrivate?: boolean;
  /** The three below are what tests replace: names, sockets and patience. */
  readonly resolve?: Resolve;
  readonly dial?: Dial;
  readonly pause?: (ms: number) => Promise<unknown>;
};

/**
 * Fetches a public file from a server that nobody has to trust. Only public addresses are called, each name is resolved
 * once for each connection, redirects are checked like the first address, and sizes and times are bounded.
 * Whatever the server does is an answer, never an exception.
 */
export async function fetchRemote(url: string, options: FetchOptions): Promise<Fetched> {
  const { retries = 3, pause = sleep } = options;
  const terms = termsOf(options);
  for (let tries = 0; ; tries++) {
    const { fetched, retryAfterMs } = await attempt(url, terms);
    if (fetched.kind !== "failed" || !fetched.retryable || tries >= retries) return fetched;
    const wait = waitBefore(tries, retryAfterMs);
    if (wait === undefined) return fetched;
    await pause(wait);
  }
}

function termsOf(options: FetchOptions): Terms {
  return {
    known: { etag: options.etag, lastModified: options.lastModified },
    maxBytes: options.maxBytes,
    timeoutMs: options.timeoutMs ?? 30_000,
    firstByteMs: options.firstByteMs ?? 10_000,
    allowPrivate: options.allowPrivate ?? false,
    resolve: options.resolve ?? everyAddress,
    dial: options.dial ?? dialDirectly,
  };
}

async function everyAddress(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}
