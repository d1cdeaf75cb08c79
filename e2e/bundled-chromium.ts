import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import packageFile from "../package.json" with { type: "json" };

export type Bundled = { readonly program: string; readonly env: Readonly<Record<string, string>> };

const CACHE = "node_modules/.cache/beffroi";
const NAME = `chromium-${packageFile.devDependencies["@sparticuz/chromium"]}`;
/** Run by a Node of its own: the package reads its environment once, at its import, and changes it for good. */
const UNPACK = 'import("@sparticuz/chromium").then(({ default: chromium }) => chromium.executablePath())';

/** The Chromium of the package @sparticuz/chromium and its libraries: for machines that have no browser, nor what browsers need. */
export async function bundledChromium(): Promise<Bundled> {
  const folder = resolve(CACHE, NAME);
  if (!existsSync(folder)) await unpack(folder);
  return {
    program: join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: join(folder, "al2023/lib"), FONTCONFIG_FILE: join(folder, "fonts.conf"), HOME: folder },
  };
}

/** Unpacked apart, then moved in one step: several test files may want it at once. */
async function unpack(folder: string): Promise<void> {
  mkdirSync(resolve(CACHE), { recursive: true });
  const fresh = mkdtempSync(resolve(CACHE, "unpacking-"));
  // The package unpacks into the temporary folder, what it finds there already is kept, and its libraries are for a Lambda alone.
  const env = { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" };
  await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", UNPACK], { env });
  writeFileSync(join(fresh, "fonts.conf"), fontSettings(folder));
  try {
    renameSync(fresh, folder);
  } catch (fault) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw fault;
  }
}

/** The package's own settings look for its fonts in /tmp alone. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${join(folder, "fonts/fonts")}</dir>
  <cachedir>${join(folder, "font-cache")}</cachedir>
</fontconfig>
`;
}
