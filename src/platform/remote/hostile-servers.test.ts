import type { Socket } from "node:net";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { aRawServer, aServer, fetchFrom, gone, textOf } from "./testing.ts";

const TOO_LARGE = { kind: "failed", reason: "too-large", retryable: false };
const HEAD = "HTTP/1.1 200 OK\r\n";

/** Writes as long as somebody reads; answers how many bytes were taken. */
function pour(socket: Socket, chunk: string | Buffer): { readonly written: () => number } {
  const more = (): void => {
    while (!socket.destroyed && socket.write(chunk));
  };
  socket.on("drain", more);
  more();
  return { written: () => socket.bytesWritten };
}

function drip(socket: Socket, bytes: string | Buffer, head: string | Buffer = ""): void {
  socket.write(head);
  const timer = setInterval(() => socket.write(bytes), 10);
  socket.on("close", () => clearInterval(timer));
}

describe("a server that sends too much", () => {
  it("is left as soon as it announces more than the limit, and heard up to the limit", async () => {
    for (const [size, expected] of [
      [1_000, { kind: "fetched" }],
      [1_001, TOO_LARGE],
    ] as const) {
      const server = await aServer((_, response) => response.setHeader("content-length", size).end("x".repeat(size)));
      expect(await fetchFrom(server.url)).toMatchObject(expected);
    }
    const waiting = await aRawServer((socket) => socket.write(`${HEAD}content-length: 5000\r\n\r\n`));
    expect(await fetchFrom(waiting.url, { timeoutMs: 3_000 })).toEqual(TOO_LARGE);
  });

  it("is left when it passes the limit without having announced anything", async () => {
    for (const [size, expected] of [
      [1_000, { kind: "fetched" }],
      [1_001, TOO_LARGE],
    ] as const) {
      const server = await aServer((_, response) => {
        response.write("x".repeat(500));
        response.end("x".repeat(size - 500));
      });
      expect(await fetchFrom(server.url)).toMatchObject(expected);
    }
  });

  it("is cut while it pours, and the connection is closed", async () => {
    let poured = (): number => 0;
    const server = await aRawServer((socket) => {
      socket.write(`${HEAD}\r\n`);
      poured = pour(socket, Buffer.alloc(16_384)).written;
    });
    expect(await fetchFrom(server.url, { maxBytes: 100_000 })).toEqual(TOO_LARGE);
    await gone(server.sockets[0]);
    expect(poured()).toBeLessThan(20_000_000);
  });

  it("is hung up on, without reading, when its answer is of no use", async () => {
    for (const head of [
      "404 Not Found",
      "304 Not Modified",
      "302 Found\r\nlocation: ftp://example.org/",
      "200 OK\r\ncontent-encoding: compress",
    ]) {
      const server = await aRawServer((socket) => {
        socket.write(`HTTP/1.1 ${head}\r\n\r\n`);
        pour(socket, Buffer.alloc(16_384));
      });
      expect((await fetchFrom(server.url)).kind).toBe("failed");
      await gone(server.sockets[0]);
    }
  });

  it("gains nothing by compressing: a bomb is stopped while it opens", async () => {
    const zeros = Buffer.alloc(64 * 1024 * 1024);
    const bombs = { gzip: gzipSync(zeros), deflate: deflateSync(zeros), br: brotliCompressSync(zeros.subarray(0, 8 * 1024 * 1024)) };
    for (const [encoding, bomb] of [...Object.entries(bombs), ["deflate", deflateRawSync(zeros)] as const]) {
      const server = await aServer((_, response) => response.setHeader("content-encoding", encoding).end(bomb));
      const before = process.memoryUsage().arrayBuffers;
      expect([encoding, await fetchFrom(server.url, { maxBytes: 1_000_000 })]).toEqual([encoding, TOO_LARGE]);
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024);
    }
  });

  it("gains nothing by compressing nothing: what travels counts as well as what comes out", async () => {
    const empty = Buffer.concat(Array<Buffer>(200).fill(gzipSync("")));
    const server = await aServer((_, response) => {
      response.setHeader("content-encoding", "gzip").write(empty.subarray(0, 500));
      response.end(empty.subarray(500));
    });
    expect(await fetchFrom(server.url, { maxBytes: empty.length })).toMatchObject({ kind: "fetched", bytes: new Uint8Array() });
    expect(await fetchFrom(server.url, { maxBytes: empty.length - 1 })).toEqual(TOO_LARGE);
  });

  it("does not fill the memory with chunks of one byte", async () => {
    const server = await aRawServer((socket) => {
      socket.write(`${HEAD}transfer-encoding: chunked\r\n\r\n`);
      socket.end(`${"1\r\nx\r\n".repeat(300_000)}0\r\n\r\n`);
    });
    expect(textOf(await fetchFrom(server.url, { maxBytes: 300_000 }))).toBe("x".repeat(300_000));
  });

  it("is left when its headers pass 16 kB, or never end", async () => {
    for (const [size, expected] of [
      [15_000, { kind: "fetched" }],
      [17_000, TOO_LARGE],
    ] as const) {
      const server = await aRawServer((socket) => socket.end(`${HEAD}x-more: ${"y".repeat(size)}\r\n\r\n`));
      expect(await fetchFrom(server.url)).toMatchObject(expected);
    }
    const one = await aRawServer((socket) => {
      socket.write(HEAD);
      pour(socket, `x-more: ${"y".repeat(1_000)}\r\n`);
    });
    expect(await fetchFrom(one.url)).toMatchObject({ ...TOO_LARGE, detail: "HPE_HEADER_OVERFLOW" });
    const slow = await aRawServer((socket) => drip(socket, "HTTP/1.1 103 Early Hints\r\n\r\n"));
    expect(await fetchFrom(slow.url, { firstByteMs: 150 })).toEqual({ kind: "failed", reason: "timeout", retryable: true });
  });
});

describe("a server that takes its time", () => {
  const TIMEOUT = { kind: "failed", reason: "timeout", retryable: true };

  it("is left when it says nothing, or never ends its first line", async () => {
    const silent = await aRawServer(() => undefined);
    expect(await fetchFrom(silent.url, { firstByteMs: 100 })).toEqual(TIMEOUT);
    await gone(silent.sockets[0]);
    const dripping = await aRawServer((socket) => drip(socket, "a", HEAD));
    expect(await fetchFrom(dripping.url, { firstByteMs: 100 })).toEqual(TIMEOUT);
  });

  it("may take more than the time of the first byte for the rest, but no more than the time in all", async () => {
    const slow = await aServer((_, response) => {
      response.write("slow");
      setTimeout(() => response.end("ly"), 800);
    });
    expect(textOf(await fetchFrom(slow.url, { firstByteMs: 500 }))).toBe("slowly");
    expect(await fetchFrom(slow.url, { timeoutMs: 100 })).toEqual(TIMEOUT);
  });

  it("is cut while it trickles, compressed or not, and the connection is closed", async () => {
    // An empty block that is not the last one (RFC 1951, 3.2.4): a decoder waits for the next, for ever.
    const nothing = Buffer.from([0, 0, 0, 0xff, 0xff]);
    const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
    const drops = { identity: ["", Buffer.from("x")], gzip: [gzipHead, nothing], deflate: ["", nothing] } as const;
    for (const [encoding, [head, drop]] of Object.entries(drops)) {
      const server = await aRawServer((socket) => {
        socket.write(`${HEAD}content-encoding: ${encoding}\r\n\r\n`);
        drip(socket, drop, head);
      });
      const started = Date.now();
      expect([encoding, await fetchFrom(server.url, { timeoutMs: 200 })]).toEqual([encoding, TIMEOUT]);
      expect(Date.now() - started).toBeLessThan(2_000);
      await gone(server.sockets[0]);
    }
  });

  it("counts its redirects in the time in all", async () => {
    const server = await aServer((_, response) => void setTimeout(() => response.writeHead(302, { location: "/" }).end(), 100));
    expect(await fetchFrom(server.url, { timeoutMs: 250 })).toEqual(TIMEOUT);
    expect(server.asked.length).toBeLessThan(5);
  });

  it("is left when its name is never resolved", async () => {
    expect(await fetchFrom("http://slow.example/", { resolve: () => new Promise(() => undefined), timeoutMs: 100 })).toEqual(TIMEOUT);
  });
});

describe("a server that speaks nonsense", () => {
  const NONSENSE = { kind: "failed", reason: "broken-off", retryable: false };

  it("is an answer, never an exception", async () => {
    const said = [
      "SSH-2.0-OpenSSH_9.6\r\n",
      `${HEAD}content-length: 4\r\ncontent-length: 5\r\n\r\nabcde`,
      `${HEAD}bad\u0000header: 1\r\n\r\n`,
      "\r\n\r\n\u0000",
    ];
    for (const words of said) {
      const server = await aRawServer((socket) => socket.end(words));
      expect([words, await fetchFrom(server.url)]).toEqual([words, expect.objectContaining(NONSENSE)]);
    }
    for (const encoding of ["gzip, gzip", "zstd", "compress", "constructor"]) {
      const server = await aServer((_, response) => response.setHeader("content-encoding", encoding).end("x"));
      expect(await fetchFrom(server.url)).toEqual({ ...NONSENSE, detail: "content-encoding" });
    }
    for (const encoding of ["gzip", "br", "deflate"]) {
      const server = await aServer((_, response) => response.setHeader("content-encoding", encoding).end("\u00ff not compressed at all"));
      expect([encoding, await fetchFrom(server.url)]).toEqual([encoding, expect.objectContaining(NONSENSE)]);
    }
  });

  it("does not change the protocol", async () => {
    const server = await aRawServer((socket) =>
      socket.write("HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n"),
    );
    expect(await fetchFrom(server.url, { timeoutMs: 2_000 })).toEqual({
      kind: "failed",
      reason: "http-status",
      status: 101,
      retryable: false,
    });
  });

  it("does not pass a file cut short for a whole one", async () => {
    const whole = gzipSync("liberté ".repeat(100));
    const server = await aServer((_, response) => response.setHeader("content-encoding", "gzip").end(whole.subarray(0, -10)));
    expect(await fetchFrom(server.url)).toMatchObject({ kind: "failed", reason: "broken-off", retryable: true });
  });

  it("does not choose how long the headers that we keep are", async () => {
    const server = await aServer((_, response) => response.setHeader("etag", `"${"x".repeat(2_000)}"`).end("file"));
    expect(await fetchFrom(server.url)).toMatchObject({ kind: "fetched", etag: null });
  });
});
