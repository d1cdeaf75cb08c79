import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Tag } from "#src/platform/ui/tag.tsx";
import type { Why } from "../domain/search.ts";
import type { NamedSoftware } from "../domain/software.ts";
import { whyInWords } from "../texts.ts";
import { catalogueTexts } from "./texts.ts";

export function FreedomTag({ free, language }: { free: boolean | null; language: Language }): JSX.Element {
  const t = catalogueTexts(language);
  if (free === null) return <Tag tone="attention">{t.freedomUnknown}</Tag>;
  return free ? <Tag tone="good">{t.free}</Tag> : <Tag>{t.proprietary}</Tag>;
}

/** Free or not, with the licence as it is written in SPDX. */
export function LicenceFact({
  software: { free, licence },
  language,
}: {
  software: Pick<NamedSoftware, "free" | "licence">;
  language: Language;
}): JSX.Element {
  const t = catalogueTexts(language);
  return (
    <>
      <FreedomTag free={free} language={language} />
      {free && <div class="soft small">{licence ?? t.licenceUnknown}</div>}
    </>
  );
}

/** The reasons why a software was found, one under the other. */
export function reasonsIn(why: readonly Why[], language: Language): JSX.Element[] {
  return why.map((reason) => <div class="small">{whyInWords(reason, language)}</div>);
}
