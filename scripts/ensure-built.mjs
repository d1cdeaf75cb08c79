// Builds the application when its sources have changed since the last build. Plain JavaScript: it runs before any build.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const COMPILED = "dist/compiled";
const SOURCES = ["src", "vite.config.ts", "vite.server.config.ts", "package-lock.json"];

/** Node 24, from the package `node`; the running one where that package could not be installed. */
export function pinnedNode(root) {
  const pinned = join(root, "node_modules/node/bin/node");
  return existsSync(pinned) ? pinned : process.execPath;
}

/**
 * How the server is run. The heap is kept small: Node otherwise lets its young generation grow by hundreds of megabytes
 * that pages, each forgotten as soon as it is sent, never need.
 */
export const SERVER_FLAGS = ["--enable-source-maps", "--max-semi-space-size=16", "--max-old-space-size=256"];

/**
 * What Node compiled is kept beside what was built: a command starts sooner. A folder that cannot be written is done without.
 */
export function serverEnvironment(root) {
  return { NODE_COMPILE_CACHE: join(root, COMPILED), ...process.env };
}

/** `announce`: whoever waits for a server is told why; a command says nothing but its answer. */
export function ensureBuilt(root, { announce = false } = {}) {
  const stamp = join(root, "dist/sources.sha256");
  const now = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  const vite = join(root, "node_modules/vite/bin/vite.js");
  if (!existsSync(vite)) giveUp("Les paquets ne sont pas installés\u00a0: lancez d’abord «\u202fnpm ci\u202f».");
  if (announce) process.stderr.write("Construction de Beffroi, une fois par version…\n");
  rmSync(join(root, COMPILED), { recursive: true, force: true });
  for (const config of ["vite.config.ts", "vite.server.config.ts"]) {
    const args = [vite, "build", "--config", config, "--logLevel", "warn"];
    const done = spawnSync(pinnedNode(root), args, { cwd: root, stdio: ["ignore", 2, 2] });
    if (done.status !== 0) giveUp(`Beffroi n’a pas pu être construit (${config})\u00a0: la raison est au-dessus.`);
  }
  spawnSync(pinnedNode(root), [join(root, "scripts/compress-assets.mjs")], { cwd: root, stdio: ["ignore", 2, 2] });
  writeFileSync(stamp, now);
}

function giveUp(words) {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}

/** Names, sizes and times are enough to tell a change, and quick to read. */
function fingerprint(root) {
  const hash = createHash("sha256");
  const visit = (path) => {
    const stats = statSync(join(root, path));
    if (!stats.isDirectory()) hash.update(`${path} ${stats.size} ${stats.mtimeMs}\n`);
    else for (const name of readdirSync(join(root, path)).sort()) visit(join(path, name));
  };
  for (const source of SOURCES) visit(source);
  return hash.digest("hex");
}
