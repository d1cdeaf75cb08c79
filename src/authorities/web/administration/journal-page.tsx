import type { JSX } from "hono/jsx/jsx-runtime";
import type { Agent } from "#src/kernel/agent.ts";
import type { Language } from "#src/kernel/language.ts";
import { isRole } from "#src/kernel/rights.ts";
import type { Verification } from "#src/platform/journal/verify.ts";
import { ActionForm, Actions } from "#src/platform/ui/form.tsx";
import { counted, formatDateTime, formatNumber } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable, ListRegion } from "#src/platform/ui/table.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { JournalRow } from "../../db/journal-page.ts";
import type { JournalView } from "../../usecases/administration-views.ts";
import { authorityTexts } from "../texts.ts";
import { JOURNAL_PATH } from "./addresses.ts";
import { administrationTexts } from "./texts.ts";

type JournalProps = {
  readonly language: Language;
  readonly agent: Agent;
  readonly view: JournalView;
  readonly isNewest: boolean;
  /** Set when a verification was just asked. */
  readonly verification?: Verification;
};

export function JournalPage({ language, agent, view, isNewest, verification }: JournalProps): JSX.Element {
  const t = administrationTexts(language);
  return (
    <>
      <Title title={t.journal} lead={t.journalLead} />
      <Stack>
        <Sheet title={t.verifyTitle} intro={t.verifyText}>
          {verification && <VerificationNotice language={language} verification={verification} />}
          <Actions>
            <ActionForm action={JOURNAL_PATH} variant="secondary">
              {t.verify}
            </ActionForm>
          </Actions>
        </Sheet>
        <ListRegion id="journal">
          <DataTable
            caption={t.journal}
            rows={view.rows}
            columns={[
              { key: "numero", label: t.number, align: "end", numbered: true, render: ({ sequence }) => formatNumber(sequence, language) },
              { key: "quand", label: t.when, whole: true, render: ({ at }) => formatDateTime(at.toISOString(), language) },
              { key: "qui", label: t.who, render: (row) => whoDid(row, language) },
              { key: "quoi", label: t.what, render: ({ what }) => t.whats[what] ?? what },
              { key: "sujet", label: t.subject, render: (row) => <Subject language={language} agent={agent} row={row} /> },
            ]}
          />
          <div class="acts">
            {!isNewest && <ButtonLink href={JOURNAL_PATH}>{t.newest}</ButtonLink>}
            {view.older !== null && <ButtonLink href={`${JOURNAL_PATH}?avant=${view.older}`}>{t.older}</ButtonLink>}
          </div>
        </ListRegion>
      </Stack>
    </>
  );
}

function whoDid({ personName, role }: JournalRow, language: Language): string {
  const name = personName ?? administrationTexts(language).nobody;
  return isRole(role) ? `${name} (${authorityTexts(language).roles[role].toLowerCase()})` : name;
}

/** A link where there is a page, and where the reader may open it. */
function Subject({ language, agent, row }: { readonly language: Language; readonly agent: Agent; readonly row: JournalRow }): JSX.Element {
  const { subjectType, subjectId, subjectName, sequence } = row;
  const t = administrationTexts(language);
  const kind = t.subjects[subjectType] ?? subjectType;
  const word = subjectName === null ? kind : t.subjectNamed(kind, subjectName);
  const href = hrefOf(agent, subjectType, subjectId);
  return href === undefined ? (
    <span>{word}</span>
  ) : (
    <Link href={href}>
      {word}
      <span class="visually-hidden"> ({formatNumber(sequence, language)})</span>
    </Link>
  );
}

function hrefOf(agent: Agent, type: string, id: string): string | undefined {
  if (type === "request" && agent.may("read-requests")) return `/demandes/${id}`;
  if (type === "installation" && agent.may("read-inventory")) return `/parc/${id}`;
  if (type === "contract" && agent.may("read-inventory")) return `/parc/contrats/${id}`;
  if (type === "supplier" && agent.may("read-catalogue")) return `/fournisseurs/${id}`;
  if (type === "person" && agent.may("manage-people")) return `/administration/personnes/${id}`;
  if (type === "department" && agent.may("manage-settings")) return `/administration/services/${id}`;
  return undefined;
}

function VerificationNotice({ language, verification }: { readonly language: Language; readonly verification: Verification }): JSX.Element {
  const t = administrationTexts(language);
  if (!verification.intact)
    return (
      <Notice kind="danger" title={t.brokenTitle} live>
        <p>{t.broken(formatNumber(verification.sequence, language), t.reasons[verification.reason])}</p>
      </Notice>
    );
  return (
    <Notice kind="success" title={t.intactTitle} live>
      <p>{t.intact(counted(verification.entries, t.entry, language))}</p>
      <p>
        <code>{verification.head}</code>
      </p>
    </Notice>
  );
}
