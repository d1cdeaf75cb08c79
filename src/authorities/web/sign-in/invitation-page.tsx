import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { TextField } from "#src/platform/ui/field.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import { Narrow } from "#src/platform/ui/layout.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { LONGEST_NAME } from "../../domain/member.ts";
import type { OpenedInvitation } from "../../usecases/accept-invitation.ts";
import { NewPassword } from "../new-password.tsx";
import type { Refused } from "../refused.ts";
import { rolesInWords } from "../roles-in-words.ts";
import { authorityTexts } from "../texts.ts";
import { signInTexts } from "./texts.ts";

type InvitationProps = Refused & {
  readonly language: Language;
  readonly path: string;
  readonly opened: OpenedInvitation;
  /** Who is signed in on this browser, and whether it is the invited person. */
  readonly signedIn?: { readonly name: string; readonly isInvited: boolean } | undefined;
};

export function InvitationPage({ language, path, opened, signedIn, errors, values }: InvitationProps): JSX.Element {
  const t = signInTexts(language);
  const { invitation, account } = opened;
  const facts = [t.invitationFor(invitation.email), t.yourRoles(rolesInWords(invitation.roles, language))];
  const isInvited = signedIn?.isInvited === true;
  return (
    <Narrow>
      <Title title={t.invitationTitle(invitation.authorityName)} lead={t.invitationLead(invitation.authorityName)} facts={facts} />
      {signedIn && (
        <Notice kind={isInvited ? "info" : "warning"}>
          <p>{isInvited ? t.signedInPerson(signedIn.name) : t.otherPerson(signedIn.name)}</p>
        </Notice>
      )}
      {!isInvited && account === "without-password" ? (
        <p>{t.knownNoPassword}</p>
      ) : (
        <Sheet>
          <Form action={path} errors={errors} values={values}>
            {!isInvited && <Identity language={language} opened={opened} />}
            <Actions>
              <SubmitButton>{t.join}</SubmitButton>
            </Actions>
          </Form>
        </Sheet>
      )}
    </Narrow>
  );
}

/** What proves who accepts: the password of a known account, or one to be chosen. */
function Identity({ language, opened }: Pick<InvitationProps, "language" | "opened">): JSX.Element {
  const t = signInTexts(language);
  const shared = authorityTexts(language);
  if (opened.account === "with-password")
    return (
      <>
        <p>{t.knownPerson}</p>
        <TextField name="mot_de_passe" label={shared.password} type="password" autocomplete="current-password" required />
      </>
    );
  return (
    <>
      <p>{t.newPerson}</p>
      <TextField
        name="votre_nom"
        label={shared.name}
        value={opened.invitation.name}
        autocomplete="name"
        required
        maxLength={LONGEST_NAME}
      />
      <NewPassword language={language} label={shared.password} />
    </>
  );
}
