import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { ActionForm } from "#src/platform/ui/form.tsx";
import { formatDate } from "#src/platform/ui/format.ts";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable } from "#src/platform/ui/table.tsx";
import { Tag } from "#src/platform/ui/tag.tsx";
import { type Invitation, stateOf } from "../../domain/invitation.ts";
import { rolesInWords } from "../roles-in-words.ts";
import { INVITATIONS_PATH } from "./addresses.ts";
import { administrationTexts } from "./texts.ts";

type PendingProps = { readonly language: Language; readonly pending: readonly Invitation[]; readonly now: Date };
type OneProps = { readonly language: Language; readonly invitation: Invitation };

/** The invitations that wait for somebody. */
export function PendingSheet({ language, pending, now }: PendingProps): JSX.Element {
  const t = administrationTexts(language);
  return (
    <Sheet title={t.pendingTitle} intro={t.pendingIntro}>
      <DataTable
        caption={t.pendingTitle}
        rows={pending}
        columns={[
          { key: "nom", label: t.name, render: ({ name }) => name },
          { key: "adresse", label: t.email, render: ({ email }) => email },
          { key: "roles", label: t.roles, render: ({ roles }) => rolesInWords(roles, language) },
          { key: "validite", label: t.validity, render: (each) => <Validity language={language} invitation={each} now={now} /> },
          { key: "actions", label: t.actions, acts: true, render: (each) => <Acts language={language} invitation={each} /> },
        ]}
      />
    </Sheet>
  );
}

function Validity({ language, invitation, now }: OneProps & { readonly now: Date }): JSX.Element {
  const t = administrationTexts(language);
  const date = formatDate(invitation.expiresAt.toISOString(), language);
  const state = stateOf(invitation, now);
  if (state === "revoked") return <Tag tone="attention">{t.voidSinceLeft}</Tag>;
  return state === "expired" ? <Tag tone="attention">{t.expiredOn(date)}</Tag> : <span>{t.expiresOn(date)}</span>;
}

function Acts({ language, invitation: { id, name } }: OneProps): JSX.Element {
  const t = administrationTexts(language);
  return (
    <div class="acts">
      <ActionForm action={`${INVITATIONS_PATH}/${id}/relancer`} variant="secondary" size="sm" context={t.forWhom(name)}>
        {t.renew}
      </ActionForm>
      <ActionForm action={`${INVITATIONS_PATH}/${id}/annuler`} variant="tertiary" size="sm" context={t.forWhom(name)}>
        {t.revoke}
      </ActionForm>
    </div>
  );
}
