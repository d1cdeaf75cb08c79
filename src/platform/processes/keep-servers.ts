import cluster, { type Worker } from "node:cluster";
import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import { ConfigError } from "#src/platform/config.ts";
import { gatherMetrics } from "./gathered-metrics.ts";

export type KeptServers = {
  /** How many processes answer, on one port: connections are shared out in turn. */
  readonly count: number;
  /** What they are told besides our own environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly log: Logger;
};

/** Before a process that ended is replaced: one that cannot start would otherwise fill the processor. */
const REST_MS = 1_000;
/** Longer than a server gives to the requests under way. */
const LONGEST_STOP_MS = 15_000;

/**
 * Starts the processes that answer pages and requests, and replaces one that ends. Once the first one listens, answers how to stop
 * them all. Trap: `node:cluster` is one for the whole process, so this is called once.
 */
export async function keepServers({ count, env, log }: KeptServers): Promise<() => Promise<void>> {
  cluster.setupPrimary({ args: [] });
  gatherMetrics();
  const kept = new Map<Worker, Promise<void>>();
  let stopping = false;
  const keep = (server: Worker): void => {
    const ended = new Promise<void>((resolve) => {
      server.once("exit", (code, signal) => {
        kept.delete(server);
        resolve();
        if (stopping) return;
        log.error({ pid: server.process.pid, code, signal }, "a process that answers has ended: another takes its place");
        startLater();
      });
    });
    kept.set(server, ended);
  };
  const startLater = (): void => void pause(REST_MS).then(() => stopping || keep(cluster.fork(env)));
  const first = cluster.fork(env);
  const listening = await listens(first);
  if (listening) keep(first);
  else startLater();
  for (let others = count - 1; others > 0; others -= 1) {
    if (listening) keep(cluster.fork(env));
    else startLater();
  }
  return async () => {
    stopping = true;
    await Promise.all([...kept].map(([server, ended]) => stop(server, ended)));
  };
}

/** False: it was told to stop before it listened, as we are (Ctrl-C is told to all). A fault: it said why itself. */
function listens(server: Worker): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once("listening", () => resolve(true));
    server.once("exit", (code, signal: NodeJS.Signals | null) => {
      if (code === 0 || signal === "SIGINT" || signal === "SIGTERM") resolve(false);
      else reject(new ConfigError("Le processus qui devait répondre aux pages s’est arrêté\u00a0: sa raison est au-dessus."));
    });
  });
}

async function stop(server: Worker, ended: Promise<void>): Promise<void> {
  server.process.kill("SIGTERM");
  const late = setTimeout(() => server.process.kill("SIGKILL"), LONGEST_STOP_MS);
  await ended;
  clearTimeout(late);
}
