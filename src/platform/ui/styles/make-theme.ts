/**
 * Writes theme.css from designsystemet.config.json, offline: `node src/platform/ui/styles/make-theme.ts`.
 * The design system's generator makes the colours; what our style sheets never use is left out.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const here = import.meta.dirname;
const root = resolve(here, "../../../..");
const parts = ["button", "input"].map((name) => join(root, `node_modules/@digdir/designsystemet-css/dist/src/${name}.css`));
type Variables = Map<string, string>;

function generate(): string {
  const folder = mkdtempSync(join(tmpdir(), "theme-"));
  try {
    copyFileSync(join(here, "designsystemet.config.json"), join(folder, "designsystemet.config.json"));
    const command = join(root, "node_modules/.bin/designsystemet");
    execFileSync(command, ["tokens", "create", "--config", "designsystemet.config.json"], { cwd: folder });
    execFileSync(command, ["tokens", "build", "-t", "design-tokens", "-o", "built"], { cwd: folder });
    return readFileSync(join(folder, "built/beffroi.css"), "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The variables of the first block that follows this selector. */
function block(css: string, selector: string): Variables {
  const start = css.indexOf(`${selector} {`);
  if (start === -1) throw new Error(`The generated theme has no block ${selector}`);
  const text = css.slice(css.indexOf("{", start) + 1, css.indexOf("}", start)).split("@supports", 1)[0] ?? "";
  return new Map([...text.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? "", (match[2] ?? "").trim()]));
}

const used = (css: string): string[] => [...css.matchAll(/var\(\s*(--ds-[\w-]+)/g)].map((match) => match[1] ?? "");

function closure(start: readonly string[], known: Variables): Set<string> {
  const kept = new Set<string>();
  const queue = [...start];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const value = known.get(name);
    if (value === undefined || kept.has(name)) continue;
    kept.add(name);
    queue.push(...used(value));
  }
  return kept;
}

const write = (variables: Variables, kept: ReadonlySet<string>): string =>
  [...variables]
    .filter(([name]) => kept.has(name))
    .map(([name, value]) => `${name}:${value};`)
    .join("\n");

const css = generate();
const light = block(css, ':root, [data-color-scheme="light"]');
const dark = block(css, '[data-color-scheme="dark"]');
const brick = block(css, '[data-color="brick"], [data-color-scheme][data-color="brick"]');
const fixed: Variables = new Map([
  ...block(css, ':root, [data-typography="primary"]'),
  ...block(css, "@layer ds.theme.semantic {\n:root"),
  ...[...block(css, "@layer ds.theme.size {\n:root, [data-size]")].filter(([name]) => /^--ds-size-\d+$/.test(name)),
  ...block(css, ':root, [data-color-scheme], [data-color="accent"]'),
  ["--ds-size-unit", "0.25rem"],
]);
const sheets = readdirSync(here)
  .filter((name) => name.endsWith(".css") && name !== "theme.css")
  .map((name) => join(here, name));
const wanted = [...sheets, ...parts].flatMap((path) => used(readFileSync(path, "utf8")));
const kept = closure([...wanted, "--ds-color-focus-outer", "--ds-color-focus-inner"], new Map([...brick, ...light, ...fixed]));
for (const name of closure(
  [...kept].flatMap((name) => used(brick.get(name) ?? "")),
  light,
))
  kept.add(name);

writeFileSync(
  join(here, "theme.css"),
  `/* Generated from designsystemet.config.json by make-theme.ts. Not edited by hand. */
:root {\n${write(light, kept)}\n${write(fixed, kept)}\n}
@media screen and (prefers-color-scheme: dark) { :root {\n${write(dark, kept)}\n} }
[data-color="brick"] {\n${write(brick, kept)}\n}
`,
);
