import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { ExportLinks } from "#src/platform/ui/filter-bar.tsx";
import { Link } from "#src/platform/ui/link.tsx";
import { exportTexts } from "../publiccode-texts.ts";
import { hrefOf, type Listing } from "./listing.ts";

/** The whole of what the list shows, as files. */
export function ListExports({ listing, language }: { listing: Listing; language: Language }): JSX.Element {
  const href = (extension: string): string => hrefOf({ ...listing, page: 1 }, `/catalogue/export.${extension}`);
  return (
    <>
      <ExportLinks hrefs={{ csv: href("csv"), ods: href("ods"), json: href("json") }} />
      <p class="exports small">
        <Link href={href("yml")}>publiccode.yml</Link> <span class="soft">({exportTexts(language).freeOnly})</span>
      </p>
    </>
  );
}
