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

/**
 * Chromium: the one named by CHROMIUM_PATH, else a package's, else the machine's. The package's has no window to draw and takes a third
 * less of the processor than a whole Chromium; it is the same on every machine.
 */
export async function openBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined) return chromium.launch({ executablePath: named, args: FLAGS });
  const bundled = await bundledChromium();
  try {
    // Its graphics processes do not start everywhere: pages need none.
    return await chromium.launch({ executablePath: bundled.program, args: FLAGS, env: { ...environment(), ...bundled.env } });
  } catch (fault) {
    const installed = SYSTEM.find(existsSync);
    if (installed === undefined) throw fault;
    return chromium.launch({ executablePath: installed, args: FLAGS });
  }
}

function environment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
