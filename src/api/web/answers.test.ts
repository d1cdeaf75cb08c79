import { Ajv2020 } from "ajv/dist/2020.js";
import * as formats from "ajv-formats";
import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { givenSoftware } from "#src/catalogue/testing.ts";
import { OPERATIONS } from "./operations.ts";
import { MOST_REQUESTS } from "./rate-limit.ts";
import type { Problem } from "./schemas.ts";
import { aTestApi, SUPPLIERS } from "./test-app.ts";

const { deps, origin: ORIGIN, call, json, send } = await aTestApi();
const { db } = deps;
const refusal = (path: string, headers?: Record<string, string>) => json<Problem>(path, headers);

describe("every answer", () => {
  const paths = ["/software?limit=2", "/software/gimp", "/suppliers", `/suppliers/${SUPPLIERS[1]}`, "/openapi.json"];

  it("may be read by the pages of any site and kept for a minute, and sets no cookie", async () => {
    for (const path of paths) {
      const { status, headers } = await call(path, { origin: "https://ville.example", cookie: "beffroi.flash=x" });
      expect([path, status, headers.get("access-control-allow-origin"), headers.get("cache-control")]).toEqual([
        path,
        200,
        "*",
        "public, max-age=60",
      ]);
      expect(headers.getSetCookie()).toEqual([]);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  it("is not sent again to whoever has it already, and has no body for HEAD", async () => {
    for (const path of paths) {
      const etag = (await call(path)).headers.get("etag") ?? "";
      expect(etag).toMatch(/^"[\w-]{27}"$/);
      for (const known of [etag, `"other", W/${etag}`, "*"]) {
        const again = await call(path, { "if-none-match": known });
        expect([path, known, again.status, await again.text(), again.headers.get("etag")]).toEqual([path, known, 304, "", etag]);
      }
      expect((await call(path, { "if-none-match": '"other"' })).status).toBe(200);
      const head = await call(path, {}, "HEAD");
      expect([head.status, await head.text(), head.headers.get("etag")]).toEqual([200, "", etag]);
    }
    const before = (await call("/software/sure")).headers.get("etag");
    await givenSoftware(db, { slug: "sure", name: "Surer" });
    expect((await call("/software/sure")).headers.get("etag")).not.toBe(before);
  });

  it("is as the OpenAPI document says", async () => {
    const document = await json<{ components: { schemas: Record<string, object> } }>("/openapi.json");
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    formats.default.default(ajv);
    ajv.addSchema({ $id: "openapi", components: document.components });
    const shapes = { Software: ["/software/gimp", "/software/unsure"], SoftwareList: ["/software?limit=100", "/software?q=photoshop"] };
    const others = {
      Supplier: [`/suppliers/${SUPPLIERS[1]}`],
      SupplierList: ["/suppliers"],
      Problem: ["/software/nothing", "/software?x=1"],
    };
    for (const [name, all] of Object.entries({ ...shapes, ...others }))
      for (const path of all) {
        const validate = ajv.getSchema(`openapi#/components/schemas/${name}`);
        const said = await json<Record<string, unknown>>(path);
        expect([path, validate?.(said), validate?.errors]).toEqual([path, true, null]);
        expect(validate?.({ ...said, more: 1 })).toBe(false);
      }
  });
});

describe("an error", () => {
  it("is problem details in the language asked, and is kept by no cache", async () => {
    const path = "/software?licence=libre&limit=1000";
    expect(await refusal(path)).toMatchObject({
      status: 400,
      type: `${ORIGIN}/api#bad-parameter`,
      title: "Paramètre refusé",
      errors: [{ parameter: "limit", detail: "Donnez un nombre entier de 1 à 100." }, { parameter: "licence" }],
    });
    expect(await refusal(path, { "accept-language": "en-GB" })).toMatchObject({ title: "Parameter refused" });
    const { headers } = await call(path, { "accept-language": "en" });
    expect([
      headers.get("content-type"),
      headers.get("cache-control"),
      headers.get("content-language"),
      headers.get("access-control-allow-origin"),
    ]).toEqual(["application/problem+json", "no-store", "en", "*"]);
  });

  it.each([
    "/software/nothing",
    "/software/%00",
    "/software/%E0%A4%A",
    "/software/GIMP",
    `/software/${"a".repeat(5_000)}`,
    "/software/",
    "/nothing",
    "/software/gimp/x",
  ])("is 404 at %.40s", async (path) => {
    const answer = await call(path);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
  });

  it("is 405 for what would write, with the methods there are, whoever sends it", async () => {
    for (const { path } of OPERATIONS)
      for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
        const answer = await call(path.replace(/\{\w+\}/, "x"), { origin: "https://ville.example" }, method);
        expect([answer.status, answer.headers.get("allow"), answer.headers.get("content-type")]).toEqual([
          405,
          "GET, HEAD, OPTIONS",
          "application/problem+json",
        ]);
      }
  });

  it("of ours is said as one too, and tells nothing of its cause", async () => {
    await sql`alter table software rename to hidden_software`.execute(db);
    const answer = await call("/software");
    await sql`alter table hidden_software rename to software`.execute(db);
    expect([answer.status, answer.headers.get("content-type"), answer.headers.get("access-control-allow-origin")]).toEqual([
      500,
      "application/problem+json",
      "*",
    ]);
    expect(await answer.text()).not.toMatch(/relation|select/);
    expect((await call("/software")).status).toBe(200);
  });

  it("is all that a hostile query gets, never a fault", async () => {
    const name = fc.constantFrom("q", "free", "category", "replaces", "limit", "cursor", "software", "x");
    const value = fc.oneof(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.constantFrom("\0", "\uD800", "-1", "1e309", "true", "YS4", "gimp"),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("/software", "/suppliers"), fc.dictionary(name, value), async (path, query) => {
        const answer = await call(`${path}?${new URLSearchParams(query)}`);
        expect([200, 400]).toContain(answer.status);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a page of another site", () => {
  it("is told, when it asks first, that it may read", async () => {
    const { status, headers } = await call(
      "/software",
      { origin: "https://ville.example", "access-control-request-method": "GET" },
      "OPTIONS",
    );
    expect([status, headers.get("access-control-allow-origin"), headers.get("access-control-allow-methods")]).toEqual([
      204,
      "*",
      "GET, HEAD, OPTIONS",
    ]);
    expect(headers.get("access-control-allow-credentials")).toBeNull();
  });
});

describe("whoever asks too often", () => {
  it("is told what is left, then to wait, then is answered again", async () => {
    deps.clock.advance(1);
    const again = () => send("/api/v1/software/gimp");
    const first = await again();
    expect(first.headers.get("ratelimit-policy")).toBe(`"minute";q=${MOST_REQUESTS};w=60`);
    expect(first.headers.get("ratelimit")).toBe(`"minute";r=${MOST_REQUESTS - 1};t=60`);
    for (let sent = 1; sent < MOST_REQUESTS; sent += 1) expect((await again()).status).toBe(200);
    const refused = await again();
    expect([refused.status, refused.headers.get("retry-after"), refused.headers.get("content-type")]).toEqual([
      429,
      "60",
      "application/problem+json",
    ]);
    expect((await send("/api")).status).toBe(200);
    deps.clock.now = new Date(deps.clock.now.getTime() + 60_000);
    expect((await again()).status).toBe(200);
  });
});

describe("the page of the API", () => {
  it("explains each operation with a request and what it answers now, in both languages", async () => {
    const page = async (language: string) => (await send("/api", { headers: { "accept-language": language } })).text();
    const [french, english] = [await page("fr"), await page("en")];
    for (const { id, path } of OPERATIONS) {
      expect(french).toContain(`id="${id}"`);
      expect(french).toContain(`GET /api/v1${path}`);
    }
    expect(french).toContain("/api/v1/software/libreoffice&#39;");
    expect(french).toContain("&quot;slug&quot;: &quot;libreoffice&quot;");
    expect(french).toContain("de 1 à 100, 20 par défaut");
    expect(english).toContain("from 1 to 100, 20 by default");
    for (const kind of ["bad-parameter", "not-found", "method-not-allowed", "too-many-requests", "fault"])
      expect(english).toContain(`id="${kind}"`);
    expect(english).toContain("AGPL-3.0-or-later");
  });
});
