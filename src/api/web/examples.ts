import { softwareBySlug } from "#src/catalogue/public.ts";
import type { Database } from "#src/platform/db/database.ts";
import { slugsOfSoftware } from "../db/software-list.ts";
import type { Operation } from "./operations.ts";
import { listSoftware } from "./read-software.ts";
import { supplierById, suppliersPage } from "./read-suppliers.ts";
import { softwareAnswer } from "./software-answer.ts";

/** A request under API_PATH and what it is answered now; no content: the document itself, too long to be shown. */
export type Example = { readonly path: string; readonly content?: unknown };

const KNOWN = "libreoffice";
const SEARCHED = "tableur";

/** Real answers, of this instance: nothing is made up for the page. */
export async function examplesOf(db: Database, publicUrl: string): Promise<Readonly<Record<Operation["id"], Example>>> {
  const software = await anySoftware(db);
  const suppliers = await suppliersPage(db, { limit: 1 }, publicUrl);
  const supplier = suppliers?.data[0];
  return {
    listSoftware: {
      path: `/software?q=${SEARCHED}&free=true&limit=1`,
      content: await listSoftware(db, { q: SEARCHED, free: "true", limit: 1 }, publicUrl),
    },
    readSoftware:
      software === undefined
        ? { path: `/software/${KNOWN}` }
        : { path: `/software/${software.slug}`, content: softwareAnswer(software, publicUrl) },
    listSuppliers: { path: "/suppliers?limit=1", content: suppliers },
    readSupplier:
      supplier === undefined
        ? { path: "/suppliers/{id}" }
        : { path: `/suppliers/${supplier.id}`, content: await supplierById(db, supplier.id, publicUrl) },
    readDescription: { path: "/openapi.json" },
  };
}

async function anySoftware(db: Database): ReturnType<typeof softwareBySlug> {
  const known = await softwareBySlug(db, KNOWN);
  if (known !== undefined) return known;
  const { slugs } = await slugsOfSoftware(db, { limit: 1 });
  return slugs[0] === undefined ? undefined : softwareBySlug(db, slugs[0]);
}
