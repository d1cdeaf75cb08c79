import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { type AddressInfo, connect, createServer as createNetServer, type Server, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import type { Dial } from "./connection.ts";
import { type FetchOptions, fetchRemote } from "./fetch-remote.ts";
import type { Fetched } from "./fetched.ts";

/** An address that is public, and that tests never call: their `dial` leads elsewhere. */
export const SOMEWHERE_PUBLIC = "198.51.101.7";

export type TestServer = { readonly url: string; readonly port: number; readonly asked: readonly IncomingMessage[] };

/** A real HTTP server on loopback, for the length of one test. */
export async function aServer(answer: RequestListener): Promise<TestServer> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  const port = await listening(server);
  return { url: `http://127.0.0.1:${port}/`, port, asked };
}

export type RawServer = { readonly url: string; readonly port: number; readonly sockets: readonly Socket[] };

/** A server on loopback that says what it wants once it is asked something. */
export async function aRawServer(speak: (socket: Socket) => void): Promise<RawServer> {
  const sockets: Socket[] = [];
  const server = createNetServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => undefined);
    socket.once("data", () => speak(socket));
  });
  const port = await listening(server);
  return { url: `http://127.0.0.1:${port}/`, port, sockets };
}

export async function listening(server: Server): Promise<number> {
  const open = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A port of loopback that was free a moment ago. */
export async function aClosedPort(): Promise<number> {
  const server = createNetServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until the other side of the connection has gone. */
export function gone(socket: Socket | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (socket === undefined || socket.closed) resolve();
    else socket.once("close", () => resolve());
  });
}

export type Call = { readonly addresses: readonly string[]; readonly port: number };

/** Writes down which addresses were about to be called, and calls a server of loopback instead. */
export function dialTo(port: number): { readonly dial: Dial; readonly calls: readonly Call[] } {
  const calls: Call[] = [];
  const dial: Dial = (addresses, asked) => {
    calls.push({ addresses, port: asked });
    return connect(port, "127.0.0.1");
  };
  return { dial, calls };
}

/** Fetches from loopback, at most 1 kB, without a second try. */
export function fetchFrom(url: string, options: Partial<FetchOptions> = {}): Promise<Fetched> {
  return fetchRemote(url, { maxBytes: 1_000, retries: 0, allowPrivate: true, ...options });
}

export function textOf(fetched: Fetched): string {
  return fetched.kind === "fetched" ? Buffer.from(fetched.bytes).toString() : JSON.stringify(fetched);
}
