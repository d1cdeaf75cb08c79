import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import type { AppEnv } from "./context.ts";
import { MOST_FIELDS } from "./crowded-form.ts";
import { setFlash, takeFlash } from "./flash.ts";
import { readForm } from "./form.ts";
import { basics, headers, sameOrigin } from "./middleware.ts";

const OURS = "https://beffroi.test.example";

function anApp(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(headers(OURS), sameOrigin(OURS));
  app.post("/form", async (c) => c.text(String(Object.values(await readForm(c)).flat().length)));
  app.get("/page", (c) => c.text("page", 200, { "set-cookie": "one=1; Path=/; HttpOnly" }));
  app.get("/file", (c) => c.text("file", 200, { "content-security-policy": "sandbox; default-src 'none'" }));
  return app;
}

const urlencoded = { "content-type": "application/x-www-form-urlencoded", origin: OURS };

function post(body: BodyInit, sent: Record<string, string>): Response | Promise<Response> {
  return anApp().request("/form", { method: "POST", body, headers: sent });
}

describe("a form of too many fields", () => {
  it("is refused before anything parses it, whatever its kind", async () => {
    expect(await (await post("a=1&".repeat(500), urlencoded)).text()).toBe("500");
    const begun = performance.now();
    // Fewer than the largest body may hold: a parser already takes seconds over them.
    expect((await post("a&".repeat(1_000_000), urlencoded)).status).toBe(413);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it("is told by its parts when it carries files", async () => {
    const part = '--limit\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n';
    for (const boundary of ["limit", '"limit"']) {
      const multipart = { "content-type": `multipart/form-data; boundary=${boundary}`, origin: OURS };
      expect(await (await post(`${part.repeat(20)}--limit--\r\n`, multipart)).text()).toBe("20");
      expect((await post(`${part.repeat(MOST_FIELDS + 1)}--limit--\r\n`, multipart)).status).toBe(413);
    }
  });
});

describe("a form of millions of plus signs", () => {
  it("is read, each of them a space", async () => {
    expect(await (await post("a=un+deux%2Btrois&a=%C3%A9+", urlencoded)).text()).toBe("2");
    const app = new Hono<AppEnv>();
    app.post("/form", async (c) => c.json(await readForm(c)));
    const told = await app.request("/form", { method: "POST", body: "a=un+deux%2Btrois&b=1&a=%C3%A9+&c", headers: urlencoded });
    expect(await told.json()).toEqual({ a: ["un deux+trois", "é "], b: ["1"], c: [""] });
    expect((await post(`a=${"+".repeat(11_000_000)}`, urlencoded)).status).toBe(200);
  });
});

describe("what changes something", () => {
  it("comes from our own pages, whatever the type of its body", async () => {
    for (const type of ["application/x-www-form-urlencoded", "application/json", "text/plain", "x/y"]) {
      expect([type, (await post("{}", { "content-type": type, origin: OURS })).status]).toEqual([type, 200]);
      for (const origin of ["https://evil.example", "null", ""]) {
        expect([type, origin, (await post("{}", { "content-type": type, origin })).status]).toEqual([type, origin, 403]);
        const sibling = { "content-type": type, origin, "sec-fetch-site": "same-site" };
        expect([type, origin, (await post("{}", sibling)).status]).toEqual([type, origin, 403]);
      }
    }
  });
});

describe("what is answered", () => {
  it("keeps the stricter policy that a route asks for, and gives ours to the others", async () => {
    expect((await anApp().request("/file")).headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
    expect((await anApp().request("/page")).headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  it("carries what the next page says in a cookie that no neighbour site can set", async () => {
    const said = (publicUrl: string) => {
      const app = new Hono<AppEnv>();
      app.use(headers(publicUrl), basics({ styles: "", client: "", font: "" }, [], publicUrl));
      app.get("/act", (c) => {
        setFlash(c, "success", "Fait.");
        return c.text("");
      });
      app.get("/next", (c) => c.text(takeFlash(c)?.text ?? ""));
      return app;
    };
    const [secure, plain] = [said(OURS), said("http://localhost:3000")];
    const [cookie = ""] = (await secure.request("/act")).headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-beffroi\.flash=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const next = await secure.request("/next", { headers: { cookie: cookie.split(";", 1)[0] ?? "" } });
    expect([await next.text(), next.headers.getSetCookie().length]).toEqual(["Fait.", 1]);
    const tossed = { headers: { cookie: "beffroi.flash=danger:Appelez%20le%200899" } };
    expect(await (await secure.request("/next", tossed)).text()).toBe("");
    expect(await (await plain.request("/next", tossed)).text()).toBe("Appelez le 0899");
  });

  it("gives only secure cookies where the public address is https", async () => {
    expect((await anApp().request("/page")).headers.getSetCookie()).toEqual(["one=1; Path=/; HttpOnly; Secure"]);
  });
});
