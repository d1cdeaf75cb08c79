import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { CDPSession, Page } from "playwright-core";

/** RGAA 4.1 is WCAG 2.1; the size of targets, which is of WCAG 2.2, is our own obligation. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that cost most, and judge colours and sizes alone: not asked again where every element looks as others did elsewhere. */
const DEARLY_LOOKED_AT = ["color-contrast", "target-size"];
/** What a value that is not there looks like once it is written. */
const NOT_WORDS = /\b(?:undefined|NaN|Invalid Date)\b|\[object /;
/** In CSS pixels: what a page of 1280 becomes at a zoom of 400 %. */
const NARROWEST = 320;

/** axe itself, given to the page by the browser: its wrapper injects it twice, opens a second page, and a page of ours takes four times as long. */
const AXE = readFileSync(createRequire(import.meta.resolve("@axe-core/playwright")).resolve("axe-core/axe.min.js"), "utf8");

/** Everything wrong with the page as it is shown now. Empty: nothing that a machine can see. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  const appearance = await appearanceOf(page);
  const quick = [...(await writingFaults(page)), ...(await overflowAt(page))];
  if (inspected.has(appearance)) return quick;
  const looks = await looksOf(page);
  const thorough = [
    ...(await accessibilityFaults(
      page,
      looks.every((look) => seen.has(look)),
    )),
    ...(await overflowAtNarrowest(page)),
  ];
  if (thorough.length === 0) {
    inspected.add(appearance);
    for (const look of looks) seen.add(look);
  }
  return [...quick, ...thorough];
}

/** Pages in which nothing was found, in this process, by what is looked at. */
const inspected = new Set<string>();
/** What the dear rules judged in these pages. */
const seen = new Set<number>();

/**
 * What the dear rules judge, each as a number. Of words: their colour, their size, their weight and what lies behind them, with the
 * element itself where something may lie over it. Of what is pressed and smaller than a finger: what it is, and the two that hold it.
 */
function looksOf(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const SMALLEST = 24;
    const pressed = "a[href], button, input, select, textarea, summary, [tabindex], [role]";
    const hashOf = (words: string): number => [...words].reduce((hash, sign) => (Math.imul(hash, 31) + sign.charCodeAt(0)) | 0, 7);
    const nameOf = (element: Element | null): string => (element === null ? "" : `${element.tagName}.${element.getAttribute("class")}`);
    const chainOf = (element: Element, holders: number): string =>
      `${nameOf(element)}${holders === 0 || element.parentElement === null ? "" : `<${chainOf(element.parentElement, holders - 1)}`}`;
    const found = new Set<number>();
    const look = (element: Element, behind: string, over: string): void => {
      const style = getComputedStyle(element);
      if (style.display === "none") return;
      const { backgroundColor, backgroundImage, opacity, position } = style;
      const isPlain = backgroundImage === "none" && opacity === "1";
      const seesThrough = isPlain && backgroundColor === "rgba(0, 0, 0, 0)";
      const own = `${backgroundColor} ${backgroundImage} ${opacity}`;
      const ground = seesThrough ? behind : isPlain && /^rgb\(/.test(backgroundColor) ? own : `${behind}/${own}`;
      const above = position === "static" || position === "relative" ? over : `${over}^${chainOf(element, 1)}`;
      const { width, height } = element.getBoundingClientRect();
      const speaks = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "");
      // Words for screen readers alone are held in one pixel.
      if (width > 1 && (speaks || element.matches("input, select, textarea")))
        found.add(hashOf(["words", ground, above, style.color, style.fontSize, style.fontWeight, style.textShadow].join()));
      if ((width < SMALLEST || height < SMALLEST) && element.matches(pressed))
        found.add(hashOf(`pressed ${innerWidth} ${chainOf(element, 2)}`));
      for (const child of element.children) look(child, ground, above);
    };
    look(document.body, getComputedStyle(document.documentElement).backgroundColor, "");
    return [...found];
  });
}

/**
 * What axe judges of a page is its elements, their states and their order, at a width and in some colours; not which words they hold.
 * A page built as one that was inspected has the same faults: journeys come back to the same pages again and again. Rows alike
 * count once.
 */
function appearanceOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const looked = /^(?:class|role|type|alt|title|lang|tabindex|for|open|checked|disabled|required|data-.*|aria-.*)$/;
    const shapeOf = (element: Element): string => {
      const states = element
        .getAttributeNames()
        .filter((name) => looked.test(name))
        .map((name) =>
          /^(?:class|role|type|data-state|aria-(?:current|hidden|expanded|invalid|sort))$/.test(name)
            ? `${name}=${element.getAttribute(name)}`
            : name,
        );
      const inside = [...element.children].map(shapeOf);
      const distinct = inside.filter((shape, index) => shape !== inside[index - 1]);
      const speaks = [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? "").trim() !== "");
      return `${element.tagName}[${states}]${speaks ? "w" : ""}(${distinct.join("")})`;
    };
    const asked = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) => matchMedia(query).matches);
    return JSON.stringify([innerWidth, asked, shapeOf(document.documentElement)]);
  });
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page);
  if (known !== undefined) return known;
  const session = page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

/** Needs scripts: they are let run while it looks, and the page's own are not run for it. */
async function accessibilityFaults(page: Page, looksKnown: boolean): Promise<readonly string[]> {
  const browser = await sessionOf(page);
  const { exceptionDetails } = await browser.send("Runtime.evaluate", { expression: AXE });
  if (exceptionDetails !== undefined) throw new Error(`axe does not run: ${exceptionDetails.text}`);
  const asked = { tags: TAGS, spared: looksKnown ? DEARLY_LOOKED_AT : [] };
  const violations = await page.evaluate(async ({ tags, spared }) => {
    const { axe } = window as unknown as { axe: { run: (context: Document, options: object) => Promise<AxeResults> } };
    const rules = Object.fromEntries(spared.map((rule) => [rule, { enabled: false }]));
    const options = { runOnly: tags, rules, resultTypes: ["violations"], iframes: false };
    const found = await axe.run(document, options);
    return found.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html, failureSummary }) => `${html.slice(0, 300)} (${failureSummary ?? ""})`),
    }));
  }, asked);
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

/** Of a narrow window. */
async function overflowAtNarrowest(page: Page): Promise<readonly string[]> {
  const size = page.viewportSize();
  if (size === null || size.width >= 600) return [];
  await page.setViewportSize({ ...size, width: NARROWEST });
  const narrow = await overflowAt(page);
  await page.setViewportSize(size);
  return narrow;
}

async function overflowAt(page: Page): Promise<readonly string[]> {
  const { wide, width, widest } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const beyond = [...document.body.querySelectorAll("*")].filter((each) => each.getBoundingClientRect().right > clientWidth + 1);
    return { wide: scrollWidth, width: clientWidth, widest: beyond.at(-1)?.outerHTML.slice(0, 200) ?? "" };
  });
  return wide > width ? [`scrolls sideways: ${wide} px wide in ${width} px, by ${widest}`] : [];
}
