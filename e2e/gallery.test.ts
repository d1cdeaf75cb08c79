import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { uiTexts } from "#src/platform/ui/language.tsx";
import { startApp } from "./app.ts";
import { openBrowser } from "./browser.ts";
import { faultsOf } from "./inspection.ts";
import { watch } from "./watch.ts";
import { exactly } from "./wording.ts";

const app = await startApp();
const browser = await openBrowser();
afterAll(() => browser.close());

const t = uiTexts("fr");
type Look = NonNullable<Parameters<typeof browser.newContext>[0]>;

/** The gallery, whose faults are looked for as it arrives. */
async function gallery(look: Look): Promise<{ readonly page: Page; readonly faults: readonly string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "fr-FR", reducedMotion: "reduce", ...look });
  const page = await context.newPage();
  const watched = watch(page, app.url);
  await page.goto(`${app.url}/_ui`);
  return { page, faults: [...watched.faults(), ...(await faultsOf(page))] };
}

/** Every component in every state, strange strings included. */
describe("the components", () => {
  const looks: Readonly<Record<string, Look>> = {
    light: { colorScheme: "light" },
    dark: { colorScheme: "dark" },
    "in forced colours": { forcedColors: "active" },
    "in dark forced colours": { forcedColors: "active", colorScheme: "dark" },
    "on a narrow window": { viewport: { width: 360, height: 800 } },
  };
  for (const [name, look] of Object.entries(looks))
    it(`have no fault that a machine can see, ${name}`, async () => {
      const { page, faults } = await gallery(look);
      expect(faults).toEqual([]);
      expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
      await page.context().close();
    });
});

/** What the focused element looks like, compared with itself out of focus. */
async function focusShows(page: Page): Promise<{ readonly what: string; readonly shows: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const looks = (): string => {
      // A label may carry the mark of the control within it, or beside it.
      const marked = [element, element.closest("label"), element.parentElement].filter((each) => each !== null);
      return marked
        .map((each) => getComputedStyle(each))
        .map((style) => `${style.outline} ${style.boxShadow} ${style.border}`)
        .join();
    };
    const focused = looks();
    element.blur();
    const blurred = looks();
    element.focus({ focusVisible: true } as FocusOptions);
    return { what: element.outerHTML.slice(0, 150), shows: focused !== blurred };
  });
}

describe("the keyboard", () => {
  for (const forcedColors of ["none", "active"] as const)
    it(`reaches everything, and shows where it is, forced colours ${forcedColors}`, async () => {
      const { page } = await gallery({ forcedColors });
      const seen = new Map<string, boolean>();
      for (let step = 0; step < 120; step += 1) {
        await page.keyboard.press("Tab");
        if (await page.evaluate(() => document.activeElement === document.body)) break;
        const { what, shows } = await focusShows(page);
        seen.set(what, shows);
      }
      expect(seen.size).toBeGreaterThan(20);
      expect([...seen].filter(([, shows]) => !shows).map(([what]) => what)).toEqual([]);
      await page.context().close();
    });

  it("jumps over the masthead by the first link, which shows itself", async () => {
    const page = await browser.newPage({ locale: "fr-FR" });
    await page.goto(`${app.url}/accessibilite`);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: exactly(t.skip) });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    const box = await skip.boundingBox();
    expect(box !== null && box.x >= 0 && box.y >= 0 && box.height >= 24).toBe(true);
    await page.keyboard.press("Enter");
    expect(await page.getByRole("main").evaluate((main) => main === document.activeElement)).toBe(true);
    await page.context().close();
  });

  it("opens a dialog, stays in it, closes it with Escape and comes back to its button", async () => {
    const { page } = await gallery({});
    const opener = page.locator("confirm-dialog summary").first();
    await opener.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    expect(await dialog.evaluate((element) => element.matches(":modal"))).toBe(true);
    expect(await dialog.getByRole("heading").count()).toBeGreaterThan(0);
    expect(await faultsOf(page)).toEqual([]);
    for (let step = 0; step < 8; step += 1) {
      expect(await dialog.evaluate((element) => element.contains(document.activeElement) || document.activeElement === document.body)).toBe(
        true,
      );
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.context().close();
  });
});
