// `npm test`: types, format and lint, then every test, and one last line that counts them from the runner's own report.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuilt, pinnedNode } from "./ensure-built.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const node = pinnedNode(root);
const run = (file, ...args) =>
  spawnSync(node, [join(root, "node_modules", file), ...args], { cwd: root, stdio: ["ignore", "inherit", "inherit"] }).status === 0;

const checks = [run("typescript/bin/tsc", "-p", "."), run("@biomejs/biome/bin/biome", "check", "--diagnostic-level=warn")];
if (checks.includes(false)) {
  process.stderr.write("The types, the format or the lint are not right: see above.\n");
  process.exit(1);
}
ensureBuilt(root);
const report = join(mkdtempSync(join(tmpdir(), "beffroi-report-")), "report.json");
const passed = run(
  "vitest/vitest.mjs",
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
);
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } = JSON.parse(readFileSync(report, "utf8"));
const skipped = numPendingTests + numTodoTests;
// A file that cannot be loaded counts no failed test: it counts as one.
const failed = numFailedTests === 0 && !passed ? Math.max(1, numFailedTestSuites) : numFailedTests;
process.stdout.write(`${numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`);
process.exit(passed && failed === 0 && numPassedTests > 0 ? 0 : 1);
