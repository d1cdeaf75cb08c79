#!/usr/bin/env node
// The `beffroi` command: builds what is not built, then hands over to Node 24, which the package `node` brings.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const { ensureBuilt, pinnedNode, SERVER_FLAGS, serverEnvironment } = await import("../scripts/ensure-built.mjs");
ensureBuilt(root);
const done = spawnSync(pinnedNode(root), [...SERVER_FLAGS, join(root, "dist/server/cli.js"), ...process.argv.slice(2)], {
  stdio: "inherit",
  cwd: root,
  // Paths are typed from there.
  env: { ...serverEnvironment(root), BEFFROI_TYPED_IN: process.cwd() },
});
process.exit(done.status ?? 1);
