import { afterAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { faultsOf } from "./inspection.ts";
import { watch } from "./watch.ts";

const ORIGIN = "http://beffroi.test";
const POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'";
const GOOD = "<main><h1>Titre</h1><p>Un texte lisible.</p></main>";

const browser = await openBrowser();
afterAll(() => browser.close());

/** The faults found in a page of this body, with scripts on or off, under the policy of our own pages unless another is given. */
async function faultsIn(body: string, script = true, policy = POLICY): Promise<readonly string[]> {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  if (!script) await session.send("Emulation.setScriptExecutionDisabled", { value: true });
  const html = `<!doctype html><html lang="fr"><head><title>Essai</title><meta name="viewport" content="width=device-width"></head><body>${body}</body></html>`;
  await page.route("**/*", (route) =>
    route.request().url() === `${ORIGIN}/`
      ? route.fulfill({ body: html, contentType: "text/html; charset=utf-8", headers: { "content-security-policy": policy } })
      : route.fulfill({ status: 404, body: "" }),
  );
  const watched = watch(page, ORIGIN);
  await page.goto(`${ORIGIN}/`);
  if (!script) await session.send("Emulation.setScriptExecutionDisabled", { value: false });
  const faults = [...watched.faults(), ...(await faultsOf(page))];
  await context.close();
  return faults;
}

/** The inspection that every page of every journey passes: each thing it looks for, it sees. */
describe("the inspection of a page", () => {
  for (const script of [true, false]) {
    const how = script ? "scripts on" : "scripts off";

    it(`finds nothing in a good page, ${how}`, async () => {
      expect(await faultsIn(GOOD, script)).toEqual([]);
    });

    it(`sees what axe sees, ${how}`, async () => {
      const faults = await faultsIn(`${GOOD}<form><input></form>`, script);
      expect(faults.join("\n")).toContain("axe label");
    });

    it(`sees a page that scrolls sideways, at 320 px only too, ${how}`, async () => {
      expect((await faultsIn(`${GOOD}<svg width="400" height="9" aria-hidden="true"></svg>`, script)).join()).toContain("in 360 px");
      const faults = await faultsIn(`${GOOD}<svg width="330" height="9" aria-hidden="true"></svg>`, script);
      expect(faults.join()).toContain("in 320 px");
      expect(faults.join()).not.toContain("in 360 px");
    });

    it(`sees what the security policy refuses, ${how}`, async () => {
      const faults = await faultsIn(`${GOOD}<p style="color: black">Un style en ligne</p>`, script);
      expect(faults.join()).toContain("Content Security Policy");
    });

    it(`sees a missing file, ${how}`, async () => {
      const faults = await faultsIn(`${GOOD}<img src="/absent.png" alt="">`, script);
      expect(faults).toContain(`404: ${ORIGIN}/absent.png`);
    });
  }

  it("sees a value that is not there, a second title, a target too small to touch", async () => {
    expect((await faultsIn(`${GOOD}<p>Déposée le undefined</p>`)).join()).toContain("le undefined");
    expect(await faultsIn("<main><h1>Un</h1><h1>Deux</h1></main>")).toEqual(["has 2 titles: Un, Deux"]);
    const targets = '<p><a href="/">·</a><a href="/">·</a></p>';
    expect((await faultsIn(`${GOOD}${targets}`)).join()).toContain("axe target-size");
  });

  it("sees words that are hard to read, whatever was seen before", async () => {
    const styled = "style-src 'unsafe-inline'";
    expect(await faultsIn(`<main><h1>Titre</h1><p style="color: #333">Un texte lisible.</p></main>`, true, styled)).toEqual([]);
    for (const style of ["color: #bbb", "color: #333; background: #444", "color: #333; opacity: .3"]) {
      const faults = await faultsIn(`<main><h1>Titre</h1><div><p style="${style}">Un texte pâle.</p></div></main>`, true, styled);
      expect([style, faults.join()]).toEqual([style, expect.stringContaining("axe color-contrast")]);
    }
  });

  it("sees a request to a third party, even where the policy lets it go", async () => {
    const faults = await faultsIn(`${GOOD}<p><img src="https://ailleurs.example/pixel.png" alt=""></p>`, true, "img-src *");
    expect(faults).toContain("a third party is asked: https://ailleurs.example/pixel.png");
  });

  it("sees a script that fails", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const watched = watch(page, ORIGIN);
    await page.evaluate(() =>
      setTimeout(() => {
        throw new Error("cassé");
      }),
    );
    await expect.poll(() => watched.faults().join()).toContain("cassé");
    await context.close();
  });
});
