import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { aServer, fetchFrom, textOf } from "./testing.ts";

describe("fetching a remote file", () => {
  it("gives its bytes, and what the server says to recognise them by", async () => {
    const server = await aServer((_, response) => {
      response.setHeader("etag", '"v1"').setHeader("last-modified", "Thu, 01 Jan 2026 00:00:00 GMT").setHeader("content-type", "text/yaml");
      response.end("name: Bégonia");
    });
    const fetched = await fetchFrom(`${server.url}list.yml?page=2#end`);
    expect(textOf(fetched)).toBe("name: Bégonia");
    expect(fetched).toMatchObject({ etag: '"v1"', lastModified: "Thu, 01 Jan 2026 00:00:00 GMT", contentType: "text/yaml" });
    expect(fetched).toMatchObject({ finalUrl: `${server.url}list.yml?page=2` });
    const [asked] = server.asked;
    expect(asked?.url).toBe("/list.yml?page=2");
    expect(asked?.headers).toEqual({
      host: `127.0.0.1:${server.port}`,
      "user-agent": expect.stringMatching(/^Beffroi\/\d/),
      accept: "*/*",
      "accept-encoding": "gzip, deflate, br",
      connection: "close",
    });
  });

  it("reads gzip, both sorts of deflate, brotli, and an empty file", async () => {
    const text = "liberté ".repeat(50);
    const encoded = {
      gzip: gzipSync(text),
      deflate: deflateSync(text),
      br: brotliCompressSync(text),
      "X-GZIP": gzipSync(text),
      identity: Buffer.from(text),
    };
    for (const [encoding, body] of [...Object.entries(encoded), ["deflate", deflateRawSync(text)] as const]) {
      const server = await aServer((_, response) => response.setHeader("content-encoding", encoding).end(body));
      expect(textOf(await fetchFrom(server.url))).toBe(text);
    }
    for (const encoding of ["identity", "deflate"]) {
      const empty = await aServer((_, response) => response.setHeader("content-encoding", encoding).end());
      expect(textOf(await fetchFrom(empty.url))).toBe("");
    }
  });

  it("names the copy it holds, and learns that it is still the last one", async () => {
    const server = await aServer((request, response) => {
      response.statusCode = request.headers["if-none-match"] === '"v1"' || request.headers["if-modified-since"] === "yesterday" ? 304 : 200;
      response.end();
    });
    expect(await fetchFrom(server.url, { etag: '"v1"' })).toEqual({ kind: "not-modified" });
    expect(await fetchFrom(server.url, { etag: '"v0"', lastModified: "yesterday" })).toEqual({ kind: "not-modified" });
    expect((await fetchFrom(server.url, { etag: '"v0"', lastModified: null })).kind).toBe("fetched");
  });

  it("does not believe « not modified » when it named no copy, and sends no header that could hide another", async () => {
    const server = await aServer((_, response) => response.writeHead(304).end());
    expect(await fetchFrom(server.url)).toEqual({ kind: "failed", reason: "http-status", status: 304, retryable: false });
    const forged = { etag: '"a"\r\nx-forged: 1', lastModified: "x".repeat(1_001) };
    expect(await fetchFrom(server.url, forged)).toMatchObject({ reason: "http-status", status: 304 });
    expect(server.asked.flatMap(({ headers }) => [headers["if-none-match"], headers["if-modified-since"], headers["x-forged"]])).toEqual(
      Array(6).fill(undefined),
    );
  });

  it("follows five redirects, and says where it ended", async () => {
    const server = await aServer((request, response) => {
      const step = Number(request.url?.slice(1));
      if (step === 0) response.end("here");
      else
        response
          .writeHead([301, 302, 303, 307, 308][step % 5] ?? 302, { location: step % 2 === 0 ? `/${step - 1}` : `${server.url}${step - 1}` })
          .end();
    });
    expect(await fetchFrom(`${server.url}5`)).toMatchObject({ kind: "fetched", finalUrl: `${server.url}0` });
    expect(await fetchFrom(`${server.url}6`)).toEqual({ kind: "failed", reason: "too-many-redirects", retryable: false });
  });

  it("leaves a loop of redirects", async () => {
    const server = await aServer((_, response) => response.writeHead(302, { location: "/" }).end());
    expect(await fetchFrom(server.url)).toMatchObject({ reason: "too-many-redirects" });
    expect(server.asked).toHaveLength(6);
  });

  it("reads the accents that a redirect did not escape", async () => {
    const server = await aServer((request, response) => {
      if (request.url === "/") response.writeHead(302, { location: Buffer.from("/été").toString("latin1") }).end();
      else response.end(request.url);
    });
    expect(textOf(await fetchFrom(server.url))).toBe("/%C3%A9t%C3%A9");
  });

  it("takes a status other than 200 for a failure", async () => {
    for (const [status, retryable] of [
      [404, false],
      [403, false],
      [204, false],
      [206, false],
      [300, false],
      [302, false],
      [429, true],
      [500, true],
      [503, true],
    ] as const) {
      const server = await aServer((_, response) => response.writeHead(status).end());
      expect(await fetchFrom(server.url)).toEqual({ kind: "failed", reason: "http-status", status, retryable });
    }
  });

  it("says what is wrong with an address before calling anyone", async () => {
    const called: string[] = [];
    const resolve = async (host: string): Promise<readonly string[]> => {
      called.push(host);
      return ["127.0.0.1"];
    };
    const faults: Record<string, string> = {
      "": "not-an-address",
      "list.yml": "not-an-address",
      "http://": "not-an-address",
      "http://a b/": "not-an-address",
      "http://256.256.256.256/": "not-an-address",
      "http://[::1/": "not-an-address",
      "http://example.org:99999/": "not-an-address",
      "https://user:secret@example.org/": "not-an-address",
      "https://user@example.org/": "not-an-address",
      "http://example.org:22/": "not-an-address",
      "http://example.org:0/": "not-an-address",
      "http://example.org:1023/": "not-an-address",
      [`http://example.org/${"a".repeat(8_000)}`]: "not-an-address",
      "ftp://example.org/": "not-http",
      "file:///etc/passwd": "not-http",
      "data:text/plain,hello": "not-http",
      "gopher://example.org/": "not-http",
    };
    for (const [address, reason] of Object.entries(faults))
      expect([address, await fetchFrom(address, { resolve })]).toEqual([
        address,
        expect.objectContaining({ kind: "failed", reason, retryable: false }),
      ]);
    expect(called).toEqual([]);
  });
});
