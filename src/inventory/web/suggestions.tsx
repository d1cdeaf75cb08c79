import type { JSX } from "hono/jsx/jsx-runtime";
import type { NamedSoftware } from "#src/catalogue/public.ts";
import type { Language } from "#src/kernel/language.ts";
import { Link } from "#src/platform/ui/link.tsx";
import type { Installation } from "../domain/installation.ts";
import { FreedomTag, StateTag } from "./facts.tsx";
import { inventoryTexts } from "./texts.ts";

export type SuggestionsProps = {
  readonly language: Language;
  readonly declared: readonly Installation[];
  readonly software: readonly NamedSoftware[];
};

/** Nothing at all when nothing is like what is typed. */
export function Suggestions({ language, declared, software }: SuggestionsProps): JSX.Element {
  const t = inventoryTexts(language).suggestions;
  return (
    <>
      {declared.length > 0 && (
        <>
          <p>
            <b>{t.declared}</b>
          </p>
          <ul>
            {declared.map(({ id, name, state }) => (
              <li>
                <Link href={`/parc/${id}`}>{name}</Link> <StateTag state={state} language={language} />
              </li>
            ))}
          </ul>
        </>
      )}
      {software.length > 0 && (
        <>
          <p>
            <b>{t.catalogue}</b> <span class="soft small">{t.hint}</span>
          </p>
          <ul>
            {software.map(({ name, free }) => (
              <li>
                {name} <FreedomTag free={free} language={language} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
