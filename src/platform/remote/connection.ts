import { once } from "node:events";
import { isIP, isIPv6, connect as netConnect, type Socket } from "node:net";
import { connect as tlsConnect } from "node:tls";
import type { Destination } from "./destination.ts";

/** Opens a socket to one of these addresses, and to no other. */
export type Dial = (addresses: readonly string[], port: number) => Socket;

const NEXT_ADDRESS_AFTER_MS = 1_000;

/** The name given to the socket is never looked up: its `lookup` answers the checked addresses, which are tried in turn. */
export function dialDirectly(addresses: readonly string[], port: number): Socket {
  const answers = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return netConnect({
    host: "checked.invalid",
    port,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_AFTER_MS,
    lookup: (_host, _options, answer) => answer(null, answers),
  });
}

/** A connected socket, behind TLS for https. The certificate must be that of the host, whatever the environment says. */
export async function connected({ addresses, port, secure, host }: Destination, dial: Dial, signal: AbortSignal): Promise<Socket> {
  const socket = await ready(dial(addresses, port), "connect", signal);
  if (!secure) return socket;
  const servername = isIP(host) === 0 ? host : "";
  const wrapped = tlsConnect({ socket, host, servername, rejectUnauthorized: true, ALPNProtocols: ["http/1.1"] });
  return ready(wrapped, "secureConnect", signal);
}

async function ready(socket: Socket, event: "connect" | "secureConnect", signal: AbortSignal): Promise<Socket> {
  // A socket that fails after its reader has left must not end the process.
  socket.on("error", () => undefined);
  try {
    await once(socket, event, { signal });
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}
