import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { TextField } from "#src/platform/ui/field.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { Narrow } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { Department } from "../../domain/departments.ts";
import { LONGEST_NAME } from "../../domain/member.ts";
import { authorityTexts } from "../texts.ts";
import { DepartmentField, RolesField } from "./fields.tsx";
import { administrationTexts } from "./texts.ts";

type InviteProps = {
  readonly language: Language;
  /** The invitation's future identifier: the form posted twice is one invitation. */
  readonly id: string;
  readonly departments: readonly Department[];
  readonly sendsMail: boolean;
  readonly errors?: readonly FieldError[];
  readonly values?: TypedValues;
};

export function InvitePage({ language, id, departments, sendsMail, errors, values }: InviteProps): JSX.Element {
  const t = administrationTexts(language);
  const shared = authorityTexts(language);
  return (
    <Narrow>
      <Title title={t.inviteTitle} lead={sendsMail ? t.inviteLeadMail : t.inviteLeadNoMail} />
      <Form action="/administration/personnes/inviter" idempotencyKey={id} errors={errors} values={values}>
        <TextField name="nom" label={shared.name} required maxLength={LONGEST_NAME} autocomplete="off" />
        <TextField name="courriel" label={shared.email} type="email" required autocomplete="off" />
        <DepartmentField language={language} departments={departments} />
        <RolesField language={language} roles={["requester"]} />
        <Actions>
          <SubmitButton>{t.inviteSubmit}</SubmitButton>
          <ButtonLink href="/administration/personnes" variant="tertiary">
            {t.backToPeople}
          </ButtonLink>
        </Actions>
      </Form>
    </Narrow>
  );
}

type LinkProps = {
  readonly language: Language;
  readonly title: string;
  readonly name: string;
  readonly url: string;
  readonly once: string;
  readonly warning?: string;
};

/** A link that lets somebody in, shown once to whoever hands it over. */
export function HandOverPage({ language, title, name, url, once, warning }: LinkProps): JSX.Element {
  const t = administrationTexts(language);
  return (
    <Narrow>
      <Title title={title} lead={t.linkLead(name)} />
      {warning !== undefined && (
        <Notice kind="warning">
          <p>{warning}</p>
        </Notice>
      )}
      <Sheet title={t.linkLabel} intro={once}>
        <p>
          <code>{url}</code>
        </p>
      </Sheet>
      <p>
        <ButtonLink href="/administration/personnes">{t.backToPeople}</ButtonLink>
      </p>
    </Narrow>
  );
}
