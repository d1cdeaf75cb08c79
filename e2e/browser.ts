import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { bundledChromium } from "./bundled-chromium.ts";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
/** Ours and no other: the flags that packages recommend put out what these journeys check, such as the rule of the same origin. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Chromium: the one named by CHROMIUM_PATH, else the machine's, else a package's. BEFFROI_E2E_BROWSER=bundled wants the package's. */
export async function openBrowser(): Promise<Browser> {
  const wantsBundled = process.env.BEFFROI_E2E_BROWSER === "bundled";
  const program = wantsBundled ? undefined : (process.env.CHROMIUM_PATH ?? SYSTEM.find(existsSync));
  if (program !== undefined) return chromium.launch({ executablePath: program, args: FLAGS });
  const bundled = await bundledChromium();
  // Its graphics processes do not start everywhere: pages need none.
  return chromium.launch({ executablePath: bundled.program, args: FLAGS, env: { ...environment(), ...bundled.env } });
}

function environment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
