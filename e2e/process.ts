import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { SERVER_FLAGS, serverEnvironment } from "../scripts/ensure-built.mjs";

const run = promisify(execFile);
const NODE = process.execPath;

/** A real process of the built application, on a data folder of its own. */
export type RunningApp = { readonly process: ChildProcess; readonly url: string; readonly output: () => string };

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Starts it and waits for its first page. */
export async function startProcess(
  dataFolder: string,
  port: number,
  env: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<RunningApp> {
  const child = spawn(NODE, [...SERVER_FLAGS, "dist/server/main.js", ...args], {
    env: { ...serverEnvironment("."), BEFFROI_DATA: dataFolder, PORT: String(port), LOG_LEVEL: "error", DATABASE_URL: "", ...env },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`The application ended: ${output}`);
    if ((await fetch(`${url}/readyz`).catch(() => undefined))?.ok) return { process: child, url, output: () => output };
    await pause(100);
  }
  throw new Error(`The application did not start: ${output}`);
}

/** Ends it in order, and gives its exit code. */
export async function stopProcess({ process: child }: RunningApp, signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  await once(child, "exit");
  return child.exitCode;
}

export type CommandResult = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** The `beffroi` command, on the same data folder. */
export function beffroi(dataFolder: string, ...args: readonly string[]): Promise<CommandResult> {
  return beffroiOn({}, dataFolder, ...args);
}

/** The same, with more of an environment. */
export async function beffroiOn(
  more: Readonly<Record<string, string>>,
  dataFolder: string,
  ...args: readonly string[]
): Promise<CommandResult> {
  const env = { ...process.env, BEFFROI_DATA: dataFolder, DATABASE_URL: "", ...more };
  try {
    const { stdout, stderr } = await run(NODE, ["bin/beffroi.js", ...args], { env });
    return { code: 0, stdout, stderr };
  } catch (fault) {
    const { code, stdout, stderr } = fault as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}
