import { describe, expect, it } from "vitest";
import { aClosedPort, aRawServer, aServer, fetchFrom, textOf } from "./testing.ts";

function patience(): { readonly pause: (ms: number) => Promise<void>; readonly pauses: readonly number[] } {
  const pauses: number[] = [];
  return { pauses, pause: async (ms) => void pauses.push(ms) };
}

describe("trying again", () => {
  it("gets the file of a server that fails once", async () => {
    const server = await aServer((_, response) => (server.asked.length === 1 ? response.writeHead(500).end() : response.end("there")));
    const { pause, pauses } = patience();
    expect(textOf(await fetchFrom(server.url, { retries: 3, pause }))).toBe("there");
    expect(pauses).toHaveLength(1);
  });

  it("waits longer each time, and gives up after the last try", async () => {
    const server = await aServer((_, response) => response.writeHead(503).end());
    const { pause, pauses } = patience();
    expect(await fetchFrom(server.url, { retries: 3, pause })).toMatchObject({ reason: "http-status", status: 503, retryable: true });
    expect(server.asked).toHaveLength(4);
    expect(pauses.map((ms, tries) => ms >= 500 * 2 ** tries && ms <= 1_000 * 2 ** tries)).toEqual([true, true, true]);
  });

  it("waits as long as the server asks, up to a minute, and leaves a server that asks for more", async () => {
    for (const [asked, tries] of [
      ["20", 2],
      ["60", 2],
      ["61", 1],
      ["86400", 1],
    ] as const) {
      const server = await aServer((_, response) => response.writeHead(429, { "retry-after": asked }).end());
      const { pause, pauses } = patience();
      expect(await fetchFrom(server.url, { retries: 1, pause })).toMatchObject({ status: 429, retryable: true });
      expect([server.asked.length, pauses]).toEqual([tries, tries === 1 ? [] : [Number(asked) * 1_000]]);
    }
  });

  it("does not insist where the answer would be the same", async () => {
    const server = await aServer((_, response) => response.writeHead(404).end());
    const { pause, pauses } = patience();
    expect(await fetchFrom(server.url, { retries: 3, pause })).toEqual({
      kind: "failed",
      reason: "http-status",
      status: 404,
      retryable: false,
    });
    expect(await fetchFrom("http://10.0.0.1/", { retries: 3, pause })).toMatchObject({ reason: "private-address", retryable: false });
    expect([server.asked.length, pauses]).toEqual([1, []]);
  });

  it("tries a connection again that was refused, or reset before or amid the answer", async () => {
    const head = "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n";
    const said = ["", head, `${head}some of it`, "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nabcde\r\n"];
    for (const words of said)
      for (const leave of ["end", "resetAndDestroy"] as const) {
        const server = await aRawServer((socket) => socket.write(words === "" ? "H" : words, () => setTimeout(() => socket[leave](), 20)));
        const { pause, pauses } = patience();
        expect(await fetchFrom(server.url, { retries: 1, pause })).toMatchObject({ kind: "failed", reason: "broken-off", retryable: true });
        expect([server.sockets.length, pauses.length]).toEqual([2, 1]);
      }
    const { pause, pauses } = patience();
    expect(await fetchFrom(`http://127.0.0.1:${await aClosedPort()}/`, { retries: 2, pause })).toMatchObject({
      reason: "refused",
      detail: "ECONNREFUSED",
      retryable: true,
    });
    expect(pauses).toHaveLength(2);
  });

  it("tells a name that does not exist from one that cannot be resolved now", async () => {
    for (const [code, retryable] of [
      ["ENOTFOUND", false],
      ["EAI_AGAIN", true],
    ] as const) {
      const resolve = (): Promise<readonly string[]> => Promise.reject(Object.assign(new Error("no"), { code }));
      const { pause, pauses } = patience();
      expect(await fetchFrom("http://nowhere.example/", { resolve, retries: 2, pause })).toEqual({
        kind: "failed",
        reason: "unknown-host",
        detail: code,
        retryable,
      });
      expect(pauses).toHaveLength(retryable ? 2 : 0);
    }
    expect(await fetchFrom("http://nowhere.example/", { resolve: async () => [] })).toMatchObject({
      reason: "unknown-host",
      retryable: false,
    });
  });
});
