// `npm start`: builds when needed, then becomes the server under Node 24. Signals go straight to it.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuilt, pinnedNode, SERVER_FLAGS, serverEnvironment } from "./ensure-built.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
ensureBuilt(root, { announce: true });
const child = spawn(pinnedNode(root), [...SERVER_FLAGS, join(root, "dist/server/main.js"), ...process.argv.slice(2)], {
  cwd: root,
  env: serverEnvironment(root),
  stdio: "inherit",
});
// In a terminal Ctrl-C reaches the whole group; from a supervisor only us: pass it on, and wait for an orderly end.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)));
