import type { JSX } from "hono/jsx/jsx-runtime";
import type { Agent } from "#src/kernel/agent.ts";
import { newId } from "#src/kernel/ids.ts";
import type { Language } from "#src/kernel/language.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { FilterBar } from "#src/platform/ui/filter-bar.tsx";
import { ActionForm, Actions, KEY_FIELD } from "#src/platform/ui/form.tsx";
import { formatDate } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Pagination, ResultCount } from "#src/platform/ui/pagination.tsx";
import { Quote } from "#src/platform/ui/quote.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Tag, type Tone } from "#src/platform/ui/tag.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { SUGGESTIONS_PATH } from "../domain/notifications.ts";
import { mayBeginAgain, SUGGESTION_STATES, type Suggestion, type SuggestionState } from "../domain/suggestion.ts";
import { STATE_WORDS, suggestionsHref } from "./suggestion-query.ts";
import { watchTexts } from "./texts.ts";

export type SuggestionsPageProps = {
  readonly language: Language;
  readonly agent: Agent;
  readonly rows: readonly Suggestion[];
  readonly total: number;
  readonly state: SuggestionState | undefined;
  readonly page: number;
  readonly pages: number;
};

const TONES: Readonly<Record<SuggestionState, Tone>> = {
  proposed: "attention",
  "taken-up": "good",
  declined: "neutral",
  withdrawn: "neutral",
};

/** What is proposed to the reader's department; for reviewers, to all. */
export function SuggestionsPage(props: SuggestionsPageProps): JSX.Element {
  const { language, agent, rows, total, state, page, pages } = props;
  const texts = watchTexts(language);
  const t = texts.suggestions;
  const sees = agent.may("review-requests");
  if (total === 0 && state === undefined) {
    return (
      <>
        <Title title={t.title} />
        <EmptyState title={t.emptyTitle} action={sees ? <ButtonLink href="/catalogue">{texts.openCatalogue}</ButtonLink> : undefined}>
          <p>{sees ? t.emptyAll : t.empty}</p>
        </EmptyState>
      </>
    );
  }
  return (
    <Stack>
      <Title title={t.title} lead={sees ? t.leadAll : t.leadOwn} />
      <FilterBar
        action={SUGGESTIONS_PATH}
        filters={[
          {
            name: "etat",
            label: t.state,
            empty: t.allStates,
            value: state === undefined ? undefined : STATE_WORDS[state],
            options: SUGGESTION_STATES.map((each) => ({ value: STATE_WORDS[each], label: t.states[each] })),
          },
        ]}
        clearHref={state === undefined ? undefined : SUGGESTIONS_PATH}
      />
      {total === 0 ? <p>{t.noneState}</p> : <ResultCount total={total} noun={t.noun} />}
      {rows.map((suggestion) => (
        <SuggestionSheet suggestion={suggestion} agent={agent} language={language} />
      ))}
      <Pagination page={page} pages={pages} hrefOf={(each) => suggestionsHref(state, each)} />
    </Stack>
  );
}

type SheetProps = { readonly suggestion: Suggestion; readonly agent: Agent; readonly language: Language };

function SuggestionSheet({ suggestion, agent, language }: SheetProps): JSX.Element {
  const t = watchTexts(language).suggestions;
  const { slug, name, licence, state, departmentName, reason, proposedByName, proposedAt } = suggestion;
  const somebody = watchTexts(language).page.somebody;
  return (
    <Sheet
      title={<Link href={`/catalogue/${slug}`}>{name}</Link>}
      aside={<Tag tone={TONES[state]}>{t.states[state]}</Tag>}
      id={`p-${suggestion.id}`}
    >
      <p class="soft small">
        {t.proposedBy(proposedByName ?? somebody, departmentName, formatDate(proposedAt, language))}
        {licence !== null && ` ${t.licence(licence)}.`}
      </p>
      <Quote>{reason}</Quote>
      <Answer suggestion={suggestion} agent={agent} language={language} />
      <Moves suggestion={suggestion} agent={agent} language={language} />
    </Sheet>
  );
}

function Answer({ suggestion, agent, language }: SheetProps): JSX.Element | null {
  const t = watchTexts(language).suggestions;
  const { state, answeredByName, answeredAt, answer, reference, draftId, hasDraft, answeredBy } = suggestion;
  if (state === "proposed" || answeredAt === null) return null;
  const name = answeredByName ?? watchTexts(language).page.somebody;
  const date = formatDate(answeredAt, language);
  if (state === "withdrawn") return <p>{t.withdrawnOn(date)}</p>;
  if (state === "declined") {
    return (
      <>
        <p>{t.declinedBy(name, date)}</p>
        <Quote>{answer}</Quote>
      </>
    );
  }
  return (
    <p>
      {t.takenUpBy(name, date)}{" "}
      {reference !== null && draftId !== null && <Link href={`/demandes/${draftId}`}>{t.request(reference)}</Link>}
      {reference === null && hasDraft && answeredBy === agent.id && draftId !== null && (
        <Link href={`/demandes/brouillons/${draftId}`}>{t.openDraft}</Link>
      )}
    </p>
  );
}

function Moves({ suggestion, agent, language }: SheetProps): JSX.Element | null {
  const t = watchTexts(language).suggestions;
  const path = `${SUGGESTIONS_PATH}/${suggestion.id}`;
  const isOpen = suggestion.state === "proposed";
  const answers = isOpen && suggestion.departmentId === agent.departmentId;
  const again = mayBeginAgain(suggestion, agent.id);
  const withdraws = isOpen && agent.may("review-requests");
  if (!answers && !again && !withdraws) return null;
  return (
    <Actions>
      {(answers || again) && (
        <ActionForm action={`${path}/reprise`} fields={{ [KEY_FIELD]: newId<string>() }} context={suggestion.name}>
          {again ? t.beginAgain : t.takeUp}
        </ActionForm>
      )}
      {answers && (
        <ButtonLink href={`${path}/refus`}>
          {t.decline}
          <span class="visually-hidden"> {suggestion.name}</span>
        </ButtonLink>
      )}
      {withdraws && (
        <ActionForm action={`${path}/retrait`} variant="tertiary" context={suggestion.name}>
          {t.withdraw}
        </ActionForm>
      )}
    </Actions>
  );
}
