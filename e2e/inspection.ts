import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/** RGAA 4.1 is WCAG 2.1; the size of targets, which is of WCAG 2.2, is our own obligation. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What a value that is not there looks like once it is written. */
const NOT_WORDS = /\b(?:undefined|NaN|Invalid Date)\b|\[object /;
/** In CSS pixels: what a page of 1280 becomes at a zoom of 400 %. */
const NARROWEST = 320;

/** axe itself, injected by hand: its wrapper injects it twice, opens a second page, and a page of ours takes four times as long. */
const AXE = readFileSync(createRequire(import.meta.resolve("@axe-core/playwright")).resolve("axe-core/axe.min.js"), "utf8");

/** Everything wrong with the page as it is shown now. Empty: nothing that a machine can see. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  return [...(await accessibilityFaults(page)), ...(await writingFaults(page)), ...(await overflowFaults(page))];
}

/** Appearances whose contrasts were measured in this process. */
const measured = new Set<string>();

/**
 * Contrast is most of what axe costs, and depends on the appearance alone: the width, the colours asked for, and the kinds of things
 * that are shown. Each appearance is measured once; all the rest, each time.
 */
async function isNewAppearance(page: Page): Promise<boolean> {
  const shown = await page.evaluate(() => {
    const kinds = [...document.querySelectorAll("body *")].map((each) => {
      const states = each.getAttributeNames().filter((name) => name.startsWith("data-") || name.startsWith("aria-"));
      return `${each.tagName}.${each.getAttribute("class") ?? ""} ${states.map((name) => (name.startsWith("aria-label") ? name : `${name}=${each.getAttribute(name)}`))}`;
    });
    const asked = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) => matchMedia(query).matches);
    return JSON.stringify([innerWidth, asked, [...new Set(kinds)].sort()]);
  });
  if (measured.has(shown)) return false;
  measured.add(shown);
  return true;
}

/** Needs scripts: they are let run while it looks, and the page's own are not run for it. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const measuresContrast = await isNewAppearance(page);
  const violations = await page.evaluate(
    async ({ tags, contrast }) => {
      const { axe } = window as unknown as { axe: { run: (context: Document, options: object) => Promise<AxeResults> } };
      const rules = contrast ? {} : { "color-contrast": { enabled: false } };
      const options = { runOnly: tags, rules, resultTypes: ["violations"], iframes: false };
      const found = await axe.run(document, options);
      return found.violations.map(({ id, help, nodes }) => ({
        id,
        help,
        nodes: nodes.map(({ html, failureSummary }) => `${html.slice(0, 300)} (${failureSummary ?? ""})`),
      }));
    },
    { tags: TAGS, contrast: measuresContrast },
  );
  return violations.map(({ id, help, nodes }) => `axe ${id}: ${help}\n${nodes.map((node) => `      ${node}`).join("\n")}`);
}

async function writingFaults(page: Page): Promise<readonly string[]> {
  const { text, titles } = await page.evaluate(() => ({
    text: document.body.textContent ?? "",
    titles: [...document.querySelectorAll("h1")].map((title) => title.textContent),
  }));
  const found = NOT_WORDS.exec(text);
  return [
    ...(found === null ? [] : [`says « ${text.slice(Math.max(0, found.index - 60), found.index + 60)} »`]),
    ...(titles.length === 1 ? [] : [`has ${titles.length} titles: ${titles.join(", ")}`]),
  ];
}

/** At the width of the window, and on a narrow window at the narrowest too. */
async function overflowFaults(page: Page): Promise<readonly string[]> {
  const size = page.viewportSize();
  const found = await overflowAt(page);
  if (size === null || size.width >= 600) return found;
  await page.setViewportSize({ ...size, width: NARROWEST });
  const narrow = await overflowAt(page);
  await page.setViewportSize(size);
  return [...found, ...narrow];
}

async function overflowAt(page: Page): Promise<readonly string[]> {
  const { wide, width, widest } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const beyond = [...document.body.querySelectorAll("*")].filter((each) => each.getBoundingClientRect().right > clientWidth + 1);
    return { wide: scrollWidth, width: clientWidth, widest: beyond.at(-1)?.outerHTML.slice(0, 200) ?? "" };
  });
  return wide > width ? [`scrolls sideways: ${wide} px wide in ${width} px, by ${widest}`] : [];
}
