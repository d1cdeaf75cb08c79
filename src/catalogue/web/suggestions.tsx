import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { LanguageProvider } from "#src/platform/ui/language.tsx";
import { Link } from "#src/platform/ui/link.tsx";
import type { Line } from "../db/search-software.ts";
import type { Found } from "../domain/search.ts";
import { whyInWords } from "../texts.ts";
import { FreedomTag } from "./facts.tsx";
import { hrefOf } from "./listing.ts";
import { catalogueTexts } from "./texts.ts";

/** A fragment of HTML for what is being typed in some form; nothing when nothing is found. */
export function Suggestions({
  results,
  typed,
  language,
}: {
  results: readonly Found<Line>[];
  typed: string;
  language: Language;
}): JSX.Element | null {
  const t = catalogueTexts(language);
  if (results.length === 0) return null;
  return (
    <LanguageProvider language={language}>
      <p>{t.suggestions}</p>
      <ul>
        {results.map(({ line: { slug, name, free }, why }) => (
          <li>
            <Link href={`/catalogue/${slug}`}>{name}</Link> <FreedomTag free={free} language={language} />{" "}
            <span class="soft small">{why[0] === undefined ? "" : whyInWords(why[0], language)}</span>
          </li>
        ))}
      </ul>
      <p class="small">
        <Link href={hrefOf({ search: typed })}>{t.allSuggestions}</Link>
      </p>
    </LanguageProvider>
  );
}
