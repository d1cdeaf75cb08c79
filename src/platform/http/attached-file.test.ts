import { Hono } from "hono";
import { expect, it } from "vitest";
import { sendAttached } from "./attached-file.ts";
import type { AppEnv } from "./context.ts";

async function sent(name: string): Promise<Headers> {
  const app = new Hono<AppEnv>();
  app.get("/file", (c) => sendAttached(c, { name, mediaType: "text/plain", bytes: new TextEncoder().encode("<script>") }));
  return (await app.request("/file")).headers;
}

it("a file that somebody sent is downloaded, in no origin, whatever its name", async () => {
  for (const name of [
    "plan.txt",
    "l'état (v2)*!.txt",
    'a"; filename="b.html',
    "a\r\nx-evil: 1.txt",
    "\u202Etxt.exe",
    "\uD800.txt",
    "%2e%2e%2f.txt",
  ]) {
    const headers = await sent(name);
    const disposition = headers.get("content-disposition") ?? "";
    expect([name, disposition]).toEqual([name, expect.stringMatching(/^attachment; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/)]);
    expect(decodeURIComponent(disposition.split("''")[1] ?? "")).toBe(name.toWellFormed());
    expect(headers.get("x-evil")).toBeNull();
    expect(headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
    expect([headers.get("x-content-type-options"), headers.get("cache-control")]).toEqual(["nosniff", "private, no-store"]);
  }
});
