import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Checkbox, RadioGroup } from "#src/platform/ui/choice-field.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { Narrow } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { PlacedDepartment } from "../domain/departments.ts";
import { DECLARABLE_STATES } from "../domain/state.ts";
import { detailsTexts } from "./details-texts.ts";
import { FactGroups } from "./fact-groups.tsx";
import { Freedom, InServiceOn, NameAndPurpose } from "./installation-fields.tsx";
import { inventoryTexts } from "./texts.ts";

export type DeclarePageProps = {
  readonly language: Language;
  readonly departments: readonly PlacedDepartment[];
  readonly formKey: string;
  readonly today: string;
  readonly errors?: readonly FieldError[] | undefined;
  readonly values?: TypedValues | undefined;
  /** One of the same name, declared already. */
  readonly same?: { readonly id: string; readonly name: string } | undefined;
};

export function DeclarePage({ language, departments, formKey, today, errors, values, same }: DeclarePageProps): JSX.Element {
  const t = inventoryTexts(language);
  const states = DECLARABLE_STATES.map((state) => ({ value: state, label: t.states[state], hint: t.form.stateHints[state] }));
  return (
    <Narrow>
      <Title title={t.declare} lead={detailsTexts(language).lead} />
      <Form action="/parc/nouvelle" idempotencyKey={formKey} errors={errors} values={values}>
        {same !== undefined && <AlreadyDeclared language={language} same={same} />}
        <NameAndPurpose language={language} />
        <RadioGroup name="etat" label={t.form.state} required value="in-service" options={states} />
        <InServiceOn language={language} today={today} />
        <Freedom language={language} />
        <FactGroups language={language} departments={departments} folded errors={errors} values={values} />
        <Actions>
          <SubmitButton>{t.form.submitDeclare}</SubmitButton>
          <ButtonLink href="/parc">{t.form.cancel}</ButtonLink>
        </Actions>
      </Form>
    </Narrow>
  );
}

function AlreadyDeclared({ language, same }: { language: Language; same: { readonly id: string; readonly name: string } }): JSX.Element {
  const t = inventoryTexts(language).form;
  return (
    <Notice kind="warning" title={t.alreadyDeclared}>
      <p>
        <Link href={`/parc/${same.id}`}>{t.seeDeclared(same.name)}</Link>
      </p>
      <Checkbox name="autre" label={t.another} />
    </Notice>
  );
}
