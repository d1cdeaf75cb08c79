import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { TextField } from "#src/platform/ui/field.tsx";
import { SubmitButton } from "#src/platform/ui/form.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { searchesAt } from "../domain/evidence.ts";
import type { Gate } from "../domain/gates.ts";
import { EntryForm, type FormState } from "./entry-form.tsx";
import { gateTexts } from "./gate-texts.ts";
import type { RequestView } from "./view.ts";

/** A search at a gate, alone on its page: where a refused one comes back. */
export function SearchForm({
  view,
  gate,
  language,
  state,
}: {
  view: RequestView;
  gate: Gate;
  language: Language;
  state: FormState;
}): JSX.Element {
  const t = gateTexts(language);
  const last = searchesAt(view.request, gate).at(-1)?.content.search.query;
  return (
    <Sheet title={t.panel[gate]} intro={t.searchHint}>
      <EntryForm
        view={view}
        state={state}
        language={language}
        action={`/demandes/${view.request.id}/recherches`}
        stored={{ texte: last ?? view.need.title }}
        label={t.searchLabel[gate]}
        actions={<SubmitButton>{t.search}</SubmitButton>}
      >
        <TextField name="texte" label={t.searchLabel[gate]} required maxLength={500} />
      </EntryForm>
    </Sheet>
  );
}
