import type { JSX } from "hono/jsx/jsx-runtime";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import { DefinitionList } from "#src/platform/ui/definition-list.tsx";
import { formatDate } from "#src/platform/ui/format.ts";
import { TwoColumns } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable } from "#src/platform/ui/table.tsx";
import { Timeline } from "#src/platform/ui/timeline.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { Change } from "../db/changes.ts";
import { costsOf, type StandingContract } from "../db/costs.ts";
import type { ContractDocument } from "../db/documents.ts";
import { Closing, type RefusedClosing } from "./closing.tsx";
import { Documents, type RefusedDocuments } from "./documents.tsx";
import { money, StateTag, SupplierName } from "./facts.tsx";
import { LIST_PATH } from "./listing.ts";
import { pageTexts } from "./page-texts.ts";
import { standingSentence, TermLine } from "./standing.tsx";
import { contractTexts } from "./texts.ts";

export type ContractPageProps = {
  readonly language: Language;
  readonly contract: StandingContract;
  readonly documents: readonly ContractDocument[];
  readonly changes: readonly Change[];
  readonly manages: boolean;
  readonly today: LocalDate;
  /** Becomes the next document's identifier. */
  readonly formKey: string;
  readonly refusedClosing?: RefusedClosing | undefined;
  readonly refusedDocuments?: RefusedDocuments | undefined;
};

export function ContractPage(props: ContractPageProps): JSX.Element {
  const { language, contract, manages } = props;
  const t = pageTexts(language);
  return (
    <>
      <Title
        title={contract.title}
        facts={[<StateTag state={contract.term.state} language={language} />, contractTexts(language).kinds[contract.kind]]}
        actions={manages ? <ButtonLink href={`${LIST_PATH}/${contract.id}/modifier`}>{t.edit}</ButtonLink> : undefined}
      />
      <TwoColumns aside={<Aside {...props} />} asideLabel={t.facts}>
        <Sheet title={t.standing}>
          {contract.term.state === "notice-due" ? (
            <Notice kind="warning">
              <p>{standingSentence(props)}</p>
            </Notice>
          ) : (
            <p>{standingSentence(props)}</p>
          )}
          <TermLine {...props} />
          {manages && <Closing {...props} />}
        </Sheet>
        <Covers {...props} />
        <Documents {...props} />
      </TwoColumns>
    </>
  );
}

function Covers({ language, contract, manages }: ContractPageProps): JSX.Element {
  const t = pageTexts(language);
  const costs = costsOf(contract);
  const edit = manages ? <ButtonLink href={`${LIST_PATH}/${contract.id}/couverture`}>{t.cover.edit}</ButtonLink> : undefined;
  return (
    <Sheet title={t.covers}>
      {contract.covers.length === 0 ? (
        <p class="soft">{t.cover.none}</p>
      ) : (
        <DataTable
          caption={t.cover.caption}
          columns={[
            {
              key: "installation",
              label: t.cover.installation,
              render: ({ installationId, name }) => <Link href={`/parc/${installationId}`}>{name}</Link>,
            },
            {
              key: "part",
              label: t.cover.share,
              render: ({ share }) => (share === null ? <span class="soft">{t.cover.equal}</span> : inPercent(share, language)),
            },
            {
              key: "cout",
              label: t.cover.cost,
              align: "end",
              render: ({ installationId }) => money(costs.find((each) => each.installationId === installationId)?.cents ?? null, language),
            },
          ]}
          rows={contract.covers}
        />
      )}
      {edit !== undefined && <p>{edit}</p>}
    </Sheet>
  );
}

/** A share is kept in percents. */
export function inPercent(share: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 2 }).format(share / 100);
}

function Aside(props: ContractPageProps): JSX.Element {
  const { language, changes } = props;
  const t = pageTexts(language);
  return (
    <>
      <Agreed {...props} />
      {changes.length > 0 && (
        <Sheet title={t.journal}>
          <Timeline
            entries={changes.map(({ at, what, byName }) => ({
              at: at.toISOString(),
              title: t.changes[what] ?? what,
              by: byName === null ? t.bySystem : t.by(byName),
            }))}
          />
        </Sheet>
      )}
    </>
  );
}

function Agreed({ language, contract }: ContractPageProps): JSX.Element {
  const t = pageTexts(language);
  const { startsOn, endsOn, renewal, renewalMonths, noticeMonths, yearlyAmount, reference, indexation, notes, kind } = contract;
  const start = formatDate(startsOn, language);
  const renewed = renewal === "tacit" ? t.fact.tacit(renewalMonths ?? 0) : t.fact[renewal];
  return (
    <Sheet title={t.facts}>
      <DefinitionList
        items={[
          { term: t.fact.supplier, value: <SupplierName contract={contract} /> },
          { term: t.fact.kind, value: contractTexts(language).kinds[kind] },
          ...(reference === "" ? [] : [{ term: t.fact.reference, value: reference }]),
          { term: t.fact.dates, value: endsOn === null ? t.fact.since(start) : t.fact.from(start, formatDate(endsOn, language)) },
          { term: t.fact.renewal, value: renewed },
          { term: t.fact.notice, value: noticeMonths === null ? <span class="soft">{t.unknown}</span> : t.fact.noticeMonths(noticeMonths) },
          { term: t.fact.amount, value: money(yearlyAmount, language) },
          ...(indexation === "" ? [] : [{ term: t.fact.indexation, value: indexation }]),
          ...(notes === "" ? [] : [{ term: t.fact.notes, value: <span class="kept-lines">{notes}</span> }]),
        ]}
      />
    </Sheet>
  );
}
