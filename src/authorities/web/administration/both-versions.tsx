import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Conflict } from "#src/platform/ui/conflict.tsx";
import type { LastChange } from "../../db/journal-page.ts";
import { administrationTexts } from "./texts.ts";

/** One thing that a form says, in words. */
export type Said = { readonly label: string; readonly value: string };
type Versions = {
  readonly language: Language;
  readonly last: LastChange | undefined;
  readonly now: Date;
  /** The same things in the same order, as they were typed and as they are stored. */
  readonly yours: readonly Said[];
  readonly theirs: readonly Said[];
};

/** What differs, when somebody else changed the same thing meanwhile. */
export function BothVersions({ language, last, now, yours, theirs }: Versions): JSX.Element {
  const fields = yours
    .map(({ label, value }, index) => ({ label, yours: value, theirs: theirs[index]?.value ?? "" }))
    .filter((each) => each.yours !== each.theirs);
  const changedBy = last?.by ?? administrationTexts(language).nobody;
  return <Conflict changedBy={changedBy} changedAt={(last?.at ?? now).toISOString()} fields={fields} />;
}
