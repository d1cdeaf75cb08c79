import type { Child } from "hono/jsx";
import type { AuthorityReader } from "#src/platform/db/in-authority.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import { counted, formatNumber } from "#src/platform/ui/format.ts";
import { Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { suppliersOfSoftware } from "../db/list-suppliers.ts";
import { Website } from "./facts.tsx";
import { hrefOf } from "./listing.ts";
import { supplierTexts } from "./texts.ts";

const MOST_SHOWN = 8;

/** « Who can help », on the page of a software. */
export async function supplierSection(reader: AuthorityReader, { slug }: { readonly slug: string }, c: AppContext): Promise<Child> {
  const language = c.get("language");
  const t = supplierTexts(language);
  const suppliers = await suppliersOfSoftware(reader, slug);
  if (suppliers.length === 0) {
    return (
      <Sheet title={t.section.title}>
        <p>{t.section.none}</p>
        <p>
          <Link href="/fournisseurs">{t.section.browse}</Link>
        </p>
      </Sheet>
    );
  }
  return (
    <Sheet title={t.section.title} intro={t.section.intro}>
      <p>{t.section.count(counted(suppliers.length, t.noun, language))}</p>
      <ul>
        {suppliers.slice(0, MOST_SHOWN).map(({ id, name, place, website }) => (
          <li>
            <Link href={`/fournisseurs/${id}`}>{name}</Link>
            {place !== null && `, ${place}`}
            {website !== null && (
              <div class="soft small">
                <Website href={website} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {suppliers.length > MOST_SHOWN && (
        <p>
          <Link href={hrefOf({ software: slug })}>{t.section.all(formatNumber(suppliers.length, language))}</Link>
        </p>
      )}
    </Sheet>
  );
}
