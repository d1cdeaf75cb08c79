import { createServer } from "node:https";
import { connect, type Socket } from "node:net";
import { getCACertificates, setDefaultCACertificates, type TLSSocket } from "node:tls";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Certificate, selfSigned } from "./self-signed-testing.ts";
import { aRawServer, aServer, dialTo, fetchFrom, gone, listening, SOMEWHERE_PUBLIC, textOf } from "./testing.ts";

const trusted = selfSigned("catalogue.example");
const before = getCACertificates("default");
beforeAll(() => setDefaultCACertificates([...before, trusted.cert]));
afterAll(() => setDefaultCACertificates(before));

const resolve = async (): Promise<readonly string[]> => [SOMEWHERE_PUBLIC];
const TLS = { kind: "failed", reason: "tls", retryable: false };

async function aSecureServer(
  certificate: Certificate,
  location?: string,
): Promise<{ readonly port: number; readonly names: readonly unknown[] }> {
  const names: unknown[] = [];
  const server = createServer({ ...certificate }, ({ socket, headers }, response) => {
    names.push([(socket as TLSSocket & { servername?: string }).servername, headers.host]);
    if (location === undefined) response.end("secure");
    else response.writeHead(302, { location }).end();
  });
  server.on("tlsClientError", () => undefined);
  return { port: await listening(server), names };
}

describe("fetching over https", () => {
  it("shows the name that was asked to a server whose address was checked", async () => {
    const server = await aSecureServer(trusted);
    const { dial, calls } = dialTo(server.port);
    expect(textOf(await fetchFrom("https://catalogue.example/", { allowPrivate: false, resolve, dial }))).toBe("secure");
    expect(calls).toEqual([{ addresses: [SOMEWHERE_PUBLIC], port: 443 }]);
    expect(server.names).toEqual([["catalogue.example", "catalogue.example"]]);
    // The socket of production, on addresses that no name server knows.
    const pinned = async (): Promise<readonly string[]> => ["::1", "127.0.0.1"];
    expect(textOf(await fetchFrom(`https://catalogue.example:${server.port}/`, { resolve: pinned }))).toBe("secure");
    expect(textOf(await fetchFrom(`https://catalogue.example.:${server.port}/`, { resolve: pinned }))).toBe("secure");
  });

  it("refuses a certificate that nobody vouches for, or that names another host", async () => {
    const unknown = await aSecureServer(selfSigned("catalogue.example"));
    const stranger = dialTo(unknown.port);
    expect(await fetchFrom("https://catalogue.example/", { resolve, dial: stranger.dial })).toEqual({
      ...TLS,
      detail: "DEPTH_ZERO_SELF_SIGNED_CERT",
    });
    const server = await aSecureServer(trusted);
    const { dial } = dialTo(server.port);
    for (const host of ["other.example", "127.0.0.1"])
      expect(await fetchFrom(`https://${host}/`, { resolve, dial })).toEqual({ ...TLS, detail: "ERR_TLS_CERT_ALTNAME_INVALID" });
    expect([unknown.names, server.names]).toEqual([[], []]);
  });

  it("refuses a bad certificate even where the environment lets it pass", async () => {
    const { port } = await aSecureServer(selfSigned("catalogue.example"));
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    try {
      expect(await fetchFrom("https://catalogue.example/", { resolve, dial: dialTo(port).dial })).toMatchObject(TLS);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it("does not follow a redirect to http", async () => {
    const plain = await aServer((_, response) => response.end("in clear"));
    const server = await aSecureServer(trusted, "http://catalogue.example/");
    const ports = [server.port, plain.port];
    const dial = (): Socket => connect(ports.shift() ?? 0, "127.0.0.1");
    expect(await fetchFrom("https://catalogue.example/", { resolve, dial })).toMatchObject(TLS);
    expect(plain.asked).toEqual([]);
  });

  it("leaves a server that speaks no TLS, that hangs up, or that never ends its greeting", async () => {
    const go = (port: number) => fetchFrom("https://catalogue.example/", { resolve, dial: dialTo(port).dial, firstByteMs: 150 });
    const plain = await aRawServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    expect(await go(plain.port)).toMatchObject(TLS);
    const rude = await aRawServer((socket) => socket.destroy());
    expect(await go(rude.port)).toMatchObject({ reason: "broken-off", retryable: true });
    const silent = await aRawServer(() => undefined);
    expect(await go(silent.port)).toEqual({ kind: "failed", reason: "timeout", retryable: true });
    await gone(silent.sockets[0]);
  });
});
