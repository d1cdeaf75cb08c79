import type { z } from "zod";
import { softwareBySlug } from "#src/catalogue/public.ts";
import type { Deps } from "#src/platform/deps.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { namedSources, standsFor } from "../db/software-list.ts";
import { answer } from "./answer.ts";
import { ApiPage } from "./api-page.tsx";
import { examplesOf } from "./examples.ts";
import { openApiDocument } from "./openapi.ts";
import { API_PATH, noQuery, PAGE_PATH, pathSchemas, softwareQuery, supplierQuery } from "./operations.ts";
import { problem } from "./problem.ts";
import { readQuery } from "./read-query.ts";
import { listSoftware } from "./read-software.ts";
import { supplierById, suppliersPage } from "./read-suppliers.ts";
import { softwareAnswer } from "./software-answer.ts";
import { apiTexts } from "./texts.ts";

/** The API itself, behind `apiDoor`. It recognises nobody: what it says is nobody’s own, and the same for all. */
export function apiRoutes(routes: Routes, { db, config: { publicUrl } }: Deps): void {
  const get = <S extends z.ZodObject>(path: string, schema: S, handler: (c: AppContext, query: z.infer<S>) => Promise<Response>): void => {
    routes.get(`${API_PATH}${path.replace(/\{(\w+)\}/, ":$1")}`, "public", async (c) => {
      const query = readQuery(schema, c.req.url);
      return query.ok ? handler(c, query.value) : problem(c, publicUrl, "bad-parameter", query.faults);
    });
  };
  const page = (c: AppContext, content: { readonly next: string | null } | undefined): Response => {
    if (content === undefined) return problem(c, publicUrl, "bad-parameter", [{ parameter: "cursor", code: "bad-cursor" }]);
    if (content.next !== null) c.header("link", `<${nextAddress(c, publicUrl, content.next)}>; rel="next"`);
    return answer(c, content);
  };

  get("/software", softwareQuery, async (c, query) => page(c, await listSoftware(db, query, publicUrl)));
  get("/software/{slug}", noQuery, async (c) => {
    const slug = pathSchemas.slug.safeParse(c.req.param("slug")).data;
    if (slug === undefined) return problem(c, publicUrl, "not-found");
    const other = await standsFor(db, slug);
    if (other !== undefined) return c.redirect(`${publicUrl}${API_PATH}/software/${other}`, 301);
    const software = await softwareBySlug(db, slug);
    return software === undefined ? problem(c, publicUrl, "not-found") : answer(c, softwareAnswer(software, publicUrl));
  });
  get("/suppliers", supplierQuery, async (c, query) => page(c, await suppliersPage(db, query, publicUrl)));
  get("/suppliers/{id}", noQuery, async (c) => {
    const supplier = await supplierById(db, c.req.param("id") ?? "", publicUrl);
    return supplier === undefined ? problem(c, publicUrl, "not-found") : answer(c, supplier);
  });
  get("/openapi.json", noQuery, async (c) => {
    const language = c.get("language");
    c.header("content-language", language);
    c.header("vary", "accept-language, cookie");
    return answer(c, openApiDocument(language, publicUrl), "application/openapi+json");
  });
}

function nextAddress(c: AppContext, publicUrl: string, cursor: string): string {
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.set("cursor", cursor);
  return `${publicUrl}${pathname}?${searchParams}`;
}

/** The page that explains the API: made from the same document, with what the API answers now. */
export function apiPageRoutes(routes: Routes, { db, config: { publicUrl } }: Deps): void {
  routes.get(PAGE_PATH, "public", async (c) => {
    const language = c.get("language");
    const [examples, sources] = await Promise.all([examplesOf(db, publicUrl), namedSources(db)]);
    const document = openApiDocument(language, publicUrl);
    return show(
      c,
      { title: apiTexts(language).title, indexed: true },
      <ApiPage language={language} document={document} examples={examples} sources={sources} publicUrl={publicUrl} />,
    );
  });
}
