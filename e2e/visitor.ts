import type { Browser, CDPSession, Locator, Page, Response } from "playwright-core";
import { expect } from "vitest";
import { aSignedInCookie } from "#src/authorities/testing.ts";
import type { Agent } from "#src/kernel/agent.ts";
import type { Language } from "#src/kernel/language.ts";
import { type RunningApp, speaks } from "./app.ts";
import { faultsOf } from "./inspection.ts";
import { watch } from "./watch.ts";
import { exactly, labelled, type Wording, wordingIn } from "./wording.ts";

/** How a person reads: each journey holds for all of these. */
export type Reading = { readonly language: Language; readonly width: 360 | 1280; readonly script: boolean; readonly dark?: boolean };

type Within = { readonly within?: Locator };
type Leads = Within & { readonly status?: number };

/** Somebody at a browser of their own. Every page they come to is inspected before they act on it. */
export type Visitor = {
  readonly page: Page;
  /** In the language that the pages are in now. */
  readonly words: Wording;
  readonly reading: Reading;
  readonly goTo: (path: string, status?: number) => Promise<void>;
  /** Presses a button, and waits for the page it leads to. */
  readonly press: (name: string | RegExp, leads?: Leads) => Promise<void>;
  readonly follow: (name: string | RegExp, leads?: Leads) => Promise<void>;
  readonly write: (label: string, text: string) => Promise<void>;
  readonly select: (label: string, option: string) => Promise<void>;
  /** Takes one option of a group of radio buttons. */
  readonly choose: (group: string, option: string) => Promise<void>;
  readonly tick: (label: string) => Promise<void>;
  /** Opens what is folded; with scripts it may be a dialog. */
  readonly unfold: (summary: string) => Promise<void>;
  readonly sees: (text: string | RegExp, within?: Within) => Promise<void>;
  /** Takes the other language, at the foot of the page. */
  readonly changeLanguage: () => Promise<void>;
  /** Looks again at the page, after it changed without being left. */
  readonly inspect: () => Promise<void>;
  readonly leave: () => Promise<void>;
};

/** The two ways in which most journeys are walked: a telephone where no script runs, a desktop where they do. */
export const WITHOUT_AND_WITH_SCRIPTS: readonly Reading[] = [
  { script: false, language: "fr", width: 360 },
  { script: true, language: "fr", width: 1280 },
];

const PATIENCE_MS = 20_000;

/** Opens a browser window for somebody already signed in, or for a stranger. */
export async function aVisitor(browser: Browser, app: RunningApp, reading: Reading, agent?: Pick<Agent, "id">): Promise<Visitor> {
  const { width, script, dark = false } = reading;
  let { language } = reading;
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const look = { colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" } as const;
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale, ...look });
  context.setDefaultTimeout(PATIENCE_MS);
  if (agent !== undefined) {
    await speaks(app, agent, language);
    const [name = "", value = ""] = (await aSignedInCookie(app.deps, agent)).split(/=(.*)/s);
    await context.addCookies([{ name, value, url: app.url }]);
  }
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await allowScripts(session, script);
  const watched = watch(page, app.url);

  const inspect = async (): Promise<void> => {
    await allowScripts(session, true);
    const faults = [...watched.faults(), ...(await faultsOf(page))];
    await allowScripts(session, script);
    expect(faults, `${page.url()} in ${language}, ${width} px, scripts ${script ? "on" : "off"}`).toEqual([]);
    // Not by a locator: what it runs on would be loaded into each page, and takes longer than the page.
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
  };
  const arrive = async (act: () => Promise<unknown>, status = 200): Promise<void> => {
    watched.expect(status);
    // The act fails first, and says what was not found.
    const timeout = PATIENCE_MS + 5_000;
    const isDocument = (response: Response): boolean => response.request().isNavigationRequest() && !isRedirect(response.status());
    const answered = page.waitForResponse(isDocument, { timeout });
    const loaded = page.waitForEvent("load", { timeout });
    const [response] = await Promise.all([answered, loaded, act()]);
    expect(response.status(), `${response.request().method()} ${response.url()} ${app.faults.join("\n")}`).toBe(status);
    await inspect();
  };
  const named = (role: "button" | "link", name: string | RegExp, within: Locator | undefined): Locator =>
    (within ?? page).getByRole(role, { name: typeof name === "string" ? exactly(name) : name });
  const field = (label: string): Locator =>
    page.getByRole("textbox", { name: labelled(label) }).or(page.getByRole("searchbox", { name: labelled(label) }));
  const group = (label: string): Locator => page.getByRole("group", { name: labelled(label) });

  return {
    page,
    get words() {
      return wordingIn(language);
    },
    reading,
    inspect,
    goTo: (path, status) => arrive(() => page.goto(new URL(path, app.url).href), status),
    press: (name, { within, status } = {}) => arrive(() => named("button", name, within).click(), status),
    follow: (name, { within, status } = {}) => arrive(() => named("link", name, within).first().click(), status),
    write: (label, text) => field(label).fill(text),
    select: async (label, option) => void (await page.getByRole("combobox", { name: labelled(label) }).selectOption({ label: option })),
    choose: (label, option) =>
      group(label)
        .getByRole("radio", { name: exactly(option) })
        .check(),
    tick: (label) => page.getByRole("checkbox", { name: labelled(label) }).check(),
    unfold: (summary) => page.locator("summary", { hasText: exactly(summary) }).click(),
    sees: (text, { within } = {}) => (within ?? page).getByText(text).first().waitFor({ state: "visible" }),
    changeLanguage: () => {
      const button = page.getByRole("button", { name: exactly(wordingIn(language).ui.otherLanguage) });
      language = language === "fr" ? "en" : "fr";
      return arrive(() => button.click());
    },
    leave: () => context.close(),
  };
}

/** The pages' scripts, while those of the inspection still run: the browser's own switch would stop both. */
async function allowScripts(session: CDPSession, value: boolean): Promise<void> {
  await session.send("Emulation.setScriptExecutionDisabled", { value: !value });
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}
