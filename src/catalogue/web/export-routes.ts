import type { Deps } from "#src/platform/deps.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import { notFound } from "#src/platform/http/errors.tsx";
import type { Routes } from "#src/platform/http/routes.ts";
import { sendCsv, sendOds } from "#src/platform/http/spreadsheet.ts";
import type { Category, Software } from "../domain/software.ts";
import { isPublishable, type OwnPart, publiccodeOf, publiccodeStream } from "../publiccode.ts";
import { exportedRows, fileOf, type ListedWhole, sendFile } from "./export.ts";
import { exportedList } from "./export-json.ts";

export type Exported = { readonly results: readonly ListedWhole[]; readonly categories: readonly Category[] };

/** The list as its address asks it, and one software, as files in open formats. Before /catalogue/:slug. */
export function exportRoutes(
  routes: Routes,
  { now }: Deps,
  listed: (c: AppContext) => Promise<Exported>,
  bySlug: (c: AppContext, slug: string) => Promise<{ readonly software: Software; readonly own?: OwnPart | undefined } | undefined>,
): void {
  const rows = async (c: AppContext): Promise<ReturnType<typeof exportedRows>> => {
    const { results, categories } = await listed(c);
    return exportedRows(results, categories, c.get("language"));
  };
  routes.get("/catalogue/export.csv", "read-catalogue", async (c) => sendCsv(c, { ...fileOf(c), rows: await rows(c), now: now() }));
  routes.get("/catalogue/export.ods", "read-catalogue", async (c) => sendOds(c, { ...fileOf(c), rows: await rows(c), now: now() }));
  routes.get("/catalogue/export.json", "read-catalogue", async (c) => {
    const text = JSON.stringify(exportedList((await listed(c)).results, now()), null, 2);
    return sendFile(c, text, { type: "application/json", extension: "json", now: now() });
  });
  routes.get("/catalogue/export.yml", "read-catalogue", async (c) => {
    const text = publiccodeStream((await listed(c)).results, c.get("language"), now());
    return sendFile(c, text, { type: YAML, extension: "yml", now: now() });
  });
  routes.get("/catalogue/:slug/publiccode.yml", "read-catalogue", async (c) => {
    const found = await bySlug(c, c.req.param("slug") ?? "");
    if (found === undefined || !isPublishable(found.software)) return notFound(c);
    const headers = { "content-type": YAML, "content-disposition": 'attachment; filename="publiccode.yml"' };
    return c.body(publiccodeOf(found.software, c.get("language"), now(), found.own), 200, headers);
  });
}

/** RFC 9512. */
const YAML = "application/yaml; charset=utf-8";
