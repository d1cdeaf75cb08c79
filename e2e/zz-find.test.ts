import { it, afterAll } from "vitest";
import { startApp } from "./app.ts";
import { openBrowser } from "./browser.ts";
const app = await startApp(); const browser = await openBrowser(); afterAll(() => browser.close());
it("f", async () => {
  const p = await browser.newPage({ viewport: { width: 360, height: 800 } });
  await p.goto(app.url + "/_ui");
  console.log(await p.evaluate(() => {
    const out: string[] = [];
    const walk = (el: Element) => { for (const c of el.children) { const before = document.documentElement.scrollWidth; const d = (c as HTMLElement).style.display; (c as HTMLElement).style.display = "none"; const after = document.documentElement.scrollWidth; (c as HTMLElement).style.display = d; if (after < before) { out.push(before + "->" + after + " " + c.outerHTML.slice(0, 160)); walk(c); } } };
    walk(document.body); return out.join("\n");
  }));
});
