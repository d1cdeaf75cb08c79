import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { TextField } from "#src/platform/ui/field.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import { Narrow } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { Department } from "../../domain/departments.ts";
import { LONGEST_NAME } from "../../domain/member.ts";
import type { Refused } from "../refused.ts";
import { authorityTexts } from "../texts.ts";
import { INVITE_PATH, PEOPLE_PATH } from "./addresses.ts";
import { DepartmentField, RolesField } from "./fields.tsx";
import { administrationTexts } from "./texts.ts";

type InviteProps = Refused & {
  readonly language: Language;
  /** The invitation's future identifier: the form posted twice is one invitation. */
  readonly id: string;
  readonly departments: readonly Department[];
  readonly sendsMail: boolean;
};

export function InvitePage({ language, id, departments, sendsMail, errors, values }: InviteProps): JSX.Element {
  const t = administrationTexts(language);
  const shared = authorityTexts(language);
  return (
    <Narrow>
      <Title title={t.inviteTitle} lead={sendsMail ? t.inviteLeadMail : t.inviteLeadNoMail} />
      <Form action={INVITE_PATH} idempotencyKey={id} errors={errors} values={values}>
        <TextField name="nom" label={shared.name} required maxLength={LONGEST_NAME} autocomplete="off" />
        <TextField name="courriel" label={shared.email} type="email" required autocomplete="off" />
        <DepartmentField language={language} departments={departments} />
        <RolesField language={language} roles={["requester"]} />
        <Actions>
          <SubmitButton>{t.inviteSubmit}</SubmitButton>
          <ButtonLink href={PEOPLE_PATH} variant="tertiary">
            {t.backToPeople}
          </ButtonLink>
        </Actions>
      </Form>
    </Narrow>
  );
}
