import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Details } from "#src/platform/ui/details.tsx";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { ActionForm, Actions } from "#src/platform/ui/form.tsx";
import { formatDate, formatList } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { Link } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Pagination } from "#src/platform/ui/pagination.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable } from "#src/platform/ui/table.tsx";
import { Tabs } from "#src/platform/ui/tabs.tsx";
import { Tag } from "#src/platform/ui/tag.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { PairCounts, PairSide, SoftwarePair } from "../db/pair-queue.ts";
import { sourcePagesTexts } from "./texts.ts";

export const PAIRS_A_PAGE = 10;

export type PairsPageProps = {
  readonly language: Language;
  readonly pairs: readonly SoftwarePair[];
  readonly counts: PairCounts;
  readonly decided: boolean;
  readonly page: number;
  /** Why the decision just sent was not taken. */
  readonly refusal?: string | undefined;
};

export const pairsAddress = (decided: boolean, page = 1): string => {
  const query = new URLSearchParams({ ...(decided ? { etat: "decides" } : {}), ...(page > 1 ? { page: String(page) } : {}) }).toString();
  return query === "" ? "/catalogue/doublons" : `/catalogue/doublons?${query}`;
};

export function PairsPage({ language, pairs, counts, decided, page, refusal }: PairsPageProps): JSX.Element {
  const t = sourcePagesTexts(language).pairs;
  return (
    <Stack>
      <Title title={t.title} lead={t.lead} />
      {refusal !== undefined && (
        <Notice kind="warning" live>
          <p>{refusal}</p>
        </Notice>
      )}
      <Tabs
        label={t.tabs}
        items={[
          { href: pairsAddress(false), label: t.waiting, current: !decided, count: counts.waiting },
          { href: pairsAddress(true), label: t.decided, current: decided, count: counts.decided },
        ]}
      />
      {pairs.length === 0 && (
        <EmptyState title={decided ? t.noneDecided : t.noneTitle}>
          <p>{t.none}</p>
        </EmptyState>
      )}
      {pairs.map((pair) => (
        <Pair pair={pair} language={language} page={page} />
      ))}
      <Pagination
        page={page}
        pages={Math.ceil((decided ? counts.decided : counts.waiting) / PAIRS_A_PAGE)}
        hrefOf={(each) => pairsAddress(decided, each)}
      />
    </Stack>
  );
}

function Pair({ pair, language, page }: { pair: SoftwarePair; language: Language; page: number }): JSX.Element {
  const t = sourcePagesTexts(language).pairs;
  const { a, b, reason } = pair;
  return (
    <Sheet title={t.of(labelOf(a, b), labelOf(b, a))} intro={t.reasons[reason] ?? reason}>
      <div class="compared">
        <DataTable
          caption={t.of(labelOf(a, b), labelOf(b, a))}
          columns={[
            { key: "fait", label: t.fact, rowHeader: true, render: ({ label }: Compared) => label },
            { key: "a", label: labelOf(a, b), render: ({ of }) => of(a) },
            { key: "b", label: labelOf(b, a), render: ({ of }) => of(b) },
          ]}
          rows={comparedFacts(pair, language)}
        />
      </div>
      {pair.verdict === null ? <Decisions pair={pair} language={language} page={page} /> : <Decided pair={pair} language={language} />}
    </Sheet>
  );
}

/** Namesakes are told apart by their addresses. */
function labelOf(side: PairSide, other: PairSide): string {
  return side.name.toLowerCase() === other.name.toLowerCase() ? `${side.name} (${side.slug})` : side.name;
}

type Compared = { readonly label: string; readonly of: (side: PairSide) => Child };

/** What neither side says is left out: it tells nothing apart. */
function comparedFacts({ a, b }: SoftwarePair, language: Language): readonly Compared[] {
  const { pairs: t, fields, progress } = sourcePagesTexts(language);
  const nothing = <span class="soft">{t.nothing}</span>;
  const address = (href: string | null): Child =>
    href === null ? (
      nothing
    ) : (
      <Link href={href} external>
        {href.replace(/^https?:\/\/(www\.)?|\/$/g, "")}
      </Link>
    );
  const [first, second] = language === "fr" ? (["descriptionFr", "descriptionEn"] as const) : (["descriptionEn", "descriptionFr"] as const);
  const facts: readonly (Compared | false)[] = [
    { label: progress.name, of: ({ slug, name }) => <Link href={`/catalogue/${slug}`}>{name}</Link> },
    { label: fields.description ?? "", of: (side) => side[first] || side[second] || t.noDescription },
    {
      label: t.licence,
      of: ({ free, licence }) => (free === false ? t.notFree : (licence ?? <span class="soft">{t.licenceUnknown}</span>)),
    },
    (a.publisher ?? b.publisher) !== null && { label: t.publisher, of: ({ publisher }) => publisher ?? nothing },
    (a.website ?? b.website) !== null && { label: t.website, of: ({ website }) => address(website) },
    (a.repository ?? b.repository) !== null && { label: t.repository, of: ({ repository }) => address(repository) },
    { label: t.sources, of: ({ sources }) => (sources.length === 0 ? nothing : formatList(sources, language)) },
  ];
  return facts.filter((fact) => fact !== false);
}

function Decisions({ pair: { a, b }, language, page }: { pair: SoftwarePair; language: Language; page: number }): JSX.Element {
  const t = sourcePagesTexts(language).pairs;
  const context = t.of(labelOf(a, b), labelOf(b, a));
  const sent = { un: a.slug, autre: b.slug, page };
  const [nameA, nameB] = [labelOf(a, b), labelOf(b, a)];
  return (
    <>
      <Actions>
        <ActionForm action="/catalogue/doublons" fields={{ ...sent, verdict: "same" }} variant="secondary" context={context}>
          {t.same}
        </ActionForm>
        <ActionForm action="/catalogue/doublons" fields={{ ...sent, verdict: "different" }} variant="secondary" context={context}>
          {t.different}
        </ActionForm>
      </Actions>
      <Details summary={t.partTitle}>
        <Actions>
          <ActionForm action="/catalogue/doublons" fields={{ ...sent, verdict: "part", tout: b.slug }} variant="secondary">
            {t.part(nameA, nameB)}
          </ActionForm>
          <ActionForm action="/catalogue/doublons" fields={{ ...sent, verdict: "part", tout: a.slug }} variant="secondary">
            {t.part(nameB, nameA)}
          </ActionForm>
        </Actions>
      </Details>
    </>
  );
}

function Decided({ pair: { a, b, verdict, whole, decidedAt }, language }: { pair: SoftwarePair; language: Language }): JSX.Element {
  const t = sourcePagesTexts(language).pairs;
  const [nameA, nameB] = [labelOf(a, b), labelOf(b, a)];
  const said = verdict === "part" ? (whole === a.slug ? t.part(nameB, nameA) : t.part(nameA, nameB)) : t.verdicts[verdict ?? "different"];
  return (
    <>
      <p>
        <Tag tone="accent">{said}</Tag>{" "}
        {decidedAt !== null && <span class="soft small">{t.decidedOn(formatDate(decidedAt, language))}</span>}
      </p>
      <Actions>
        <ActionForm
          action="/catalogue/doublons/annuler"
          fields={{ un: a.slug, autre: b.slug }}
          variant="secondary"
          context={t.of(nameA, nameB)}
        >
          {t.undo}
        </ActionForm>
      </Actions>
    </>
  );
}
