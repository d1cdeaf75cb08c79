import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { SubmitButton } from "#src/platform/ui/form.tsx";
import { Stack, TwoColumns } from "#src/platform/ui/layout.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { isStructured, submittedNeedOf } from "../domain/request.ts";
import { EntryForm, type FormState } from "./entry-form.tsx";
import { gateTexts } from "./gate-texts.ts";
import { FirstFields, NextFields } from "./need-fields.tsx";
import { needAsTyped } from "./need-form.ts";
import { Quoted } from "./quoted.tsx";
import { requestTexts } from "./texts.ts";
import type { RequestView } from "./view.ts";

type Props = { view: RequestView; language: Language };

/** The need as the reviewer structures it, and beside it what was submitted. */
export function NeedPage({ view, state, language }: Props & { state: FormState }): JSX.Element {
  const t = gateTexts(language);
  return (
    <>
      <Title title={t.structureTitle} lead={t.structureLead} facts={[view.need.title]} />
      <TwoColumns asideLabel={requestTexts(language).submittedTitle} aside={<Submitted view={view} language={language} />}>
        <Stack>
          <Sheet>
            <EntryForm
              view={view}
              state={state}
              language={language}
              action={`/demandes/${view.request.id}/besoin`}
              stored={needAsTyped(view.need)}
              corrects={isStructured(view.request)}
              actions={<SubmitButton>{t.saveNeed}</SubmitButton>}
            >
              <FirstFields language={language} departments={view.departments} />
              <NextFields language={language} />
            </EntryForm>
          </Sheet>
        </Stack>
      </TwoColumns>
    </>
  );
}

function Submitted({ view, language }: Props): JSX.Element {
  const { title, words, departmentId, requirements } = submittedNeedOf(view.request).need;
  return (
    <Sheet title={requestTexts(language).submittedTitle}>
      <p>
        <strong>{title}</strong>
      </p>
      <Quoted source={view.departmentName(departmentId)}>{words}</Quoted>
      <ul>
        {requirements.map(({ text }) => (
          <li>{text}</li>
        ))}
      </ul>
    </Sheet>
  );
}
