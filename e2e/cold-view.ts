import type { Browser } from "playwright-core";

/** In bytes on the wire, headers included. */
export type Weight = { readonly url: string; readonly bytes: number };

/** What a browser that never came before receives for one page: HTML, style, typeface, script, images. */
export async function coldView(browser: Browser, url: string, path: string, cookie = ""): Promise<readonly Weight[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const [name = "", value = ""] = cookie.split(/=(.*)/s);
  if (name !== "") await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const urls = new Map<string, string>();
  const weights: Weight[] = [];
  session.on("Network.requestWillBeSent", ({ requestId, request }) => urls.set(requestId, new URL(request.url).pathname));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
    weights.push({ url: urls.get(requestId) ?? requestId, bytes: encodedDataLength }),
  );
  await page.goto(`${url}${path}`, { waitUntil: "networkidle" });
  await context.close();
  if (weights.length !== urls.size) throw new Error(`${urls.size} requests were made, ${weights.length} answered`);
  return weights;
}

export function totalBytes(weights: readonly Weight[]): number {
  return weights.reduce((sum, { bytes }) => sum + bytes, 0);
}
