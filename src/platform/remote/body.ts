import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import { failed, Stopped } from "./fetched.ts";

/** Reads the answer, decompressed. `maxBytes` bounds what travels and what comes out of it, each while it streams. */
export async function bodyOf(answer: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  if (Number(answer.headers["content-length"] ?? 0) > maxBytes) throw tooLarge();
  const encoding = (answer.headers["content-encoding"] ?? "").trim().toLowerCase();
  const kept = growingBytes(maxBytes);
  const travelled = upTo(maxBytes);
  if (encoding === "" || encoding === "identity") await pipeline(answer, travelled, kept.take, { signal });
  else if (encoding === "deflate") await pipeline(answer, travelled, inflated, kept.take, { signal });
  else await pipeline(answer, travelled, decoderOf(encoding), kept.take, { signal });
  return kept.bytes();
}

type Chunks = AsyncIterable<Buffer>;

function upTo(maxBytes: number): (source: Chunks) => AsyncGenerator<Buffer> {
  return async function* counted(source) {
    let read = 0;
    for await (const chunk of source) {
      read += chunk.length;
      if (read > maxBytes) throw tooLarge();
      yield chunk;
    }
  };
}

/** One buffer that doubles: an answer cut in chunks of one byte costs its bytes, not an object for each. */
function growingBytes(maxBytes: number): { readonly take: (source: Chunks) => Promise<void>; readonly bytes: () => Uint8Array } {
  let room = new Uint8Array(Math.min(maxBytes, 64 * 1024));
  let length = 0;
  const take = async (source: Chunks): Promise<void> => {
    for await (const chunk of source) {
      const wanted = length + chunk.length;
      if (wanted > maxBytes) throw tooLarge();
      if (wanted > room.length) {
        const larger = new Uint8Array(Math.min(maxBytes, Math.max(wanted, room.length * 2)));
        larger.set(room.subarray(0, length));
        room = larger;
      }
      room.set(chunk, length);
      length = wanted;
    }
  };
  return { take, bytes: () => room.slice(0, length) };
}

/** Only one layer: encodings piled up serve nobody but those who make bombs. */
function decoderOf(encoding: string): Duplex {
  if (encoding === "gzip" || encoding === "x-gzip") return createGunzip();
  if (encoding === "br") return createBrotliDecompress();
  throw new Stopped(failed("broken-off", { detail: "content-encoding", retryable: false }));
}

/** « deflate » is zlib (RFC 1950) by the book, and bare deflate (RFC 1951) from several servers: the first byte tells. */
async function* inflated(source: Chunks): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done === true) return;
  const decoder = (first.value[0] ?? 0) % 16 === 8 ? createInflate() : createInflateRaw();
  async function* all(): AsyncGenerator<Buffer> {
    yield first.value;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  }
  const fed = pipeline(all, decoder);
  fed.catch(() => undefined);
  yield* decoder as AsyncIterable<Buffer> as AsyncGenerator<Buffer>;
  await fed;
}

function tooLarge(): Stopped {
  return new Stopped(failed("too-large"));
}
