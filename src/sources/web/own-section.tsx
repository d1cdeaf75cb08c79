import type { JSX } from "hono/jsx/jsx-runtime";
import type { Software } from "#src/catalogue/public.ts";
import type { Language } from "#src/kernel/language.ts";
import { formatDate } from "#src/platform/ui/format.ts";
import { Link } from "#src/platform/ui/link.tsx";
import { Quote } from "#src/platform/ui/quote.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import type { OwnWordsRow } from "../db/own-words.ts";
import { fieldsOf } from "../domain/own-words.ts";
import { ownTexts } from "./own-texts.ts";
import { fieldsInWords } from "./own-words-in-words.ts";
import { Reason } from "./reason.tsx";

export type OwnSectionProps = {
  readonly software: Pick<Software, "slug">;
  readonly own: OwnWordsRow;
  readonly mayCorrect: boolean;
  readonly language: Language;
};

/** What the reader's own authority says of a software, and why. */
export function OwnSection({ software, own, mayCorrect, language }: OwnSectionProps): JSX.Element {
  const { page: t } = ownTexts(language);
  return (
    <Sheet title={t.title} intro={t.intro(formatDate(own.saidAt, language))}>
      <p>{t.says(fieldsInWords(fieldsOf(own.words), language))}</p>
      <Quote>
        <Reason>{own.reason}</Reason>
      </Quote>
      {mayCorrect && (
        <p class="small">
          <Link href={`/catalogue/${software.slug}/corriger`}>{t.edit}</Link>
        </p>
      )}
    </Sheet>
  );
}
