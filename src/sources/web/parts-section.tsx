import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import type { Parts, RelatedSoftware } from "../db/parts.ts";
import { sectionTexts } from "./section-texts.ts";

/** Of what the software is a part, and what its parts are, as people settled it; nothing where nobody did. */
export function PartsSection({ parts: { wholes, parts }, language }: { parts: Parts; language: Language }): JSX.Element | null {
  const t = sectionTexts(language);
  if (wholes.length + parts.length === 0) return null;
  return (
    <Sheet title={wholes.length > 0 ? t.wholesTitle : t.partsTitle}>
      {wholes.length > 0 && <Related intro={t.wholesIntro} software={wholes} />}
      {parts.length > 0 && <Related intro={t.partsIntro} software={parts} />}
    </Sheet>
  );
}

function Related({ intro, software }: { intro: Child; software: readonly RelatedSoftware[] }): JSX.Element {
  return (
    <>
      <p>{intro}</p>
      <ul>
        {software.map(({ slug, name }) => (
          <li>
            <Link href={`/catalogue/${slug}`}>{name}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
