import type { JSX } from "hono/jsx/jsx-runtime";
import type { Agent } from "#src/kernel/agent.ts";
import type { Language } from "#src/kernel/language.ts";
import { DefinitionList } from "#src/platform/ui/definition-list.tsx";
import { ConfirmDialog } from "#src/platform/ui/dialog.tsx";
import { TextField } from "#src/platform/ui/field.tsx";
import { ActionForm, Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";
import { formatDate, formatDateTime } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable } from "#src/platform/ui/table.tsx";
import { Tag } from "#src/platform/ui/tag.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { type AgentToken, LONGEST_TOKEN_LABEL } from "../domain/agent-token.ts";
import { MachineTabs } from "./frame.tsx";
import { machineTexts } from "./texts.ts";

export type TokenPageProps = {
  readonly language: Language;
  readonly agent: Agent;
  readonly tokens: readonly AgentToken[];
  readonly formKey: string;
  /** Just made: the address that holds it, shown this once. */
  readonly address?: string | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  readonly values?: TypedValues | undefined;
};

export function TokenPage({ language, agent, tokens, formKey, address, errors, values }: TokenPageProps): JSX.Element {
  const t = machineTexts(language).agents;
  return (
    <Stack>
      <Title title={t.title} lead={t.lead} />
      <MachineTabs current="agents" agent={agent} language={language} />
      {address !== undefined && <Made address={address} language={language} />}
      <Sheet title={t.make}>
        <Form action="/parc/postes/agents" idempotencyKey={formKey} errors={errors} values={values}>
          <TextField name="usage" label={t.label} hint={t.labelHint} required maxLength={LONGEST_TOKEN_LABEL} />
          <Actions>
            <SubmitButton>{t.make}</SubmitButton>
          </Actions>
        </Form>
        <p class="soft small">{t.minimised}</p>
      </Sheet>
      <Sheet title={t.listTitle}>
        <Tokens tokens={tokens} language={language} />
      </Sheet>
    </Stack>
  );
}

function Made({ address, language }: { address: string; language: Language }): JSX.Element {
  const t = machineTexts(language).agents;
  const lines = [
    [t.address, address],
    [t.glpi, `server = ${address}`],
    [t.windows, `msiexec /i GLPI-Agent.msi /quiet SERVER="${address}"`],
    [t.fusion, `server = ${address}`],
    [t.ocs, `server=${address}`],
  ] as const;
  return (
    <Notice kind="success" title={t.madeTitle} live>
      <p>{t.once}</p>
      <DefinitionList items={lines.map(([term, line]) => ({ term, value: <code>{line}</code> }))} />
      <p>{t.whatNext}</p>
      <p>
        <ButtonLink href="/parc/postes">{t.see}</ButtonLink>
      </p>
    </Notice>
  );
}

function Tokens({ tokens, language }: { tokens: readonly AgentToken[]; language: Language }): JSX.Element {
  const t = machineTexts(language).agents;
  return (
    <DataTable
      caption={t.caption}
      rows={tokens}
      empty={<p class="soft">{t.none}</p>}
      columns={[
        { key: "usage", label: t.name, render: ({ label }) => label },
        { key: "cree", label: t.madeAt, render: ({ madeAt }) => formatDate(madeAt, language) },
        {
          key: "usage-dernier",
          label: t.usedAt,
          render: ({ lastUsedAt }) => (lastUsedAt === null ? t.never : formatDateTime(lastUsedAt, language)),
        },
        {
          key: "etat",
          label: t.state,
          render: ({ id, label, revokedAt }) =>
            revokedAt === null ? (
              <>
                <Tag tone="good">{t.valid}</Tag>{" "}
                <ConfirmDialog label={t.revoke} title={t.revokeTitle} variant="tertiary">
                  <p>{label}</p>
                  <p>{t.revokeText}</p>
                  <ActionForm action={`/parc/postes/agents/${id}/revocation`} variant="danger" context={label}>
                    {t.revoke}
                  </ActionForm>
                </ConfirmDialog>
              </>
            ) : (
              t.revokedOn(formatDate(revokedAt, language))
            ),
        },
      ]}
    />
  );
}
