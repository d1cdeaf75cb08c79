import { serve } from "@hono/node-server";
import { type Config, ConfigError } from "#src/platform/config.ts";

/** Slower senders are cut: they hold a connection, and nobody's connection is that slow. */
const SLOWEST_REQUEST_MS = 120_000;
const SLOWEST_HEADERS_MS = 20_000;
/** Requests still open this long after a stop was asked are cut. */
const GRACE_MS = 5_000;

type Server = ReturnType<typeof serve>;
type Fetch = Parameters<typeof serve>[0]["fetch"];

/** An answer is still being made when whoever asked has hung up: the database may close only after the last. */
function followed(fetch: Fetch): { readonly fetch: Fetch; readonly settled: () => Promise<unknown> } {
  const running = new Set<unknown>();
  const follow: Fetch = async (...asked) => {
    const answer = fetch(...asked);
    running.add(answer);
    try {
      return await answer;
    } finally {
      running.delete(answer);
    }
  };
  return { fetch: follow, settled: () => Promise.allSettled([...running]) };
}

/** Listens, and answers how to stop in order: nobody new, then the end of what is under way. */
export async function openServer(fetch: Fetch, config: Config): Promise<() => Promise<void>> {
  const { fetch: followedFetch, settled } = followed(fetch);
  const server = await listen(followedFetch, config);
  return async () => {
    await closed(server);
    await settled();
  };
}

function listen(fetch: Fetch, { host, port }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, () => resolve(server));
    if ("requestTimeout" in server) Object.assign(server, { requestTimeout: SLOWEST_REQUEST_MS, headersTimeout: SLOWEST_HEADERS_MS });
    server.once("error", (fault: NodeJS.ErrnoException) => {
      const words = CANNOT_LISTEN[fault.code ?? ""]?.(host, port);
      reject(words === undefined ? fault : new ConfigError(words));
    });
  });
}

const CANNOT_LISTEN: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (host, port) => `Le port ${port} est déjà pris sur ${host}. Choisissez-en un autre avec PORT=….`,
  EACCES: (_, port) => `Cet utilisateur n’a pas le droit d’écouter sur le port ${port}. Choisissez-en un au-dessus de 1023 avec PORT=….`,
  EADDRNOTAVAIL: (host) => `${host} n’est pas une adresse de cette machine (HOST).`,
  ENOTFOUND: (host) => `${host} n’est pas une adresse de cette machine (HOST).`,
};

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ("closeIdleConnections" in server) server.closeIdleConnections();
    setTimeout(() => {
      if ("closeAllConnections" in server) server.closeAllConnections();
      resolve();
    }, GRACE_MS).unref();
  });
}
