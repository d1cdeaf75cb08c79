import type { JSX } from "hono/jsx/jsx-runtime";

/** The page as text, with its doctype: what `c.html()` is given. */
export async function documentOf(page: JSX.Element): Promise<string> {
  return `<!doctype html>${String(await page.toString())}`;
}
