import type { JSX } from "hono/jsx/jsx-runtime";
import type { Agent } from "#src/kernel/agent.ts";
import { dayOf, daysBetween, type LocalDate } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import { Arcade } from "#src/platform/ui/arcade.tsx";
import { Details } from "#src/platform/ui/details.tsx";
import { formatDate } from "#src/platform/ui/format.ts";
import { Stack, TwoColumns } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Tag } from "#src/platform/ui/tag.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { candidatesOf } from "../domain/candidates.ts";
import { GATES, type Gate, gateNumber } from "../domain/gates.ts";
import { conclusionsOf, isClosed } from "../domain/request.ts";
import { CountersignNotice, GatePanel } from "./gate-panel.tsx";
import { MessageForm } from "./message-form.tsx";
import { NeedPanel } from "./need-panel.tsx";
import { OutcomePanel } from "./outcome-panel.tsx";
import { pageTexts } from "./page-texts.ts";
import { QuestionNotice } from "./question-notice.tsx";
import { Story } from "./story.tsx";
import { requestTexts } from "./texts.ts";
import { gateOf, type RequestView } from "./view.ts";
import { WaiversPanel } from "./waivers-panel.tsx";
import { requestWords } from "./words.ts";

type Props = {
  view: RequestView;
  agent: Agent;
  language: Language;
  today: LocalDate;
  /** Of the story: only what is older than this entry. */
  before: number;
};

/** A request on one page: where it stands, the work of its gate, what happened, and the need always beside. */
export function RequestPage({ view, agent, language, today, before }: Props): JSX.Element {
  const t = requestTexts(language);
  const gate = gateOf(view);
  return (
    <>
      <Title title={view.need.title} facts={factsOf(view, language, today)} />
      <Sheet title={t.where}>
        <Arcade gates={GATES.map((each) => ({ gate: each, ...archOf(view, each, language) }))} />
      </Sheet>
      <TwoColumns
        asideLabel={t.need}
        aside={
          <Stack>
            <NeedPanel view={view} agent={agent} language={language} />
            <Who view={view} language={language} />
          </Stack>
        }
      >
        <Stack>
          <QuestionNotice view={view} agent={agent} language={language} />
          <CountersignNotice view={view} agent={agent} language={language} />
          <WaiversPanel view={view} agent={agent} language={language} />
          <OutcomePanel view={view} agent={agent} language={language} today={today} />
          {!isClosed(view.progress) && (
            <GatePanel view={view} agent={agent} gate={gate} open={view.progress.status === "searching"} language={language} />
          )}
          <Sheet title={t.story} id="fil">
            {view.progress.status !== "withdrawn" && agent.may("take-part-in-request") && (
              <Details
                summary={requestTexts(language).writeMessage}
                open={view.summary.waitsFor === "requester" && view.request.submittedBy === agent.id}
              >
                <MessageForm view={view} agent={agent} language={language} state={{}} />
              </Details>
            )}
            <Story view={view} language={language} before={before} />
          </Sheet>
          <More view={view} agent={agent} language={language} />
        </Stack>
      </TwoColumns>
    </>
  );
}

function factsOf(view: RequestView, language: Language, today: LocalDate): readonly (string | JSX.Element)[] {
  const t = requestTexts(language);
  const { request, need, summary } = view;
  return [
    <>
      {t.request} <b>{request.reference}</b>
    </>,
    view.departmentName(need.departmentId),
    ...(need.users === null ? [] : [t.users(need.users)]),
    ...(need.neededBy === null ? [] : [t.neededBy(formatDate(need.neededBy, language))]),
    ...dueFact(summary.dueOn, view, language, today),
    ...(request.round === 1 || request.previousId === null
      ? []
      : [<Link href={`/demandes/${request.previousId}`}>{t.labelled(t.round(request.round), t.previousRound.toLowerCase())}</Link>]),
  ];
}

function dueFact(
  dueOn: LocalDate | null,
  { progress, settings }: RequestView,
  language: Language,
  today: LocalDate,
): readonly (string | JSX.Element)[] {
  if (dueOn === null || !("opened" in progress)) return [];
  const t = requestTexts(language);
  const late = daysBetween(dueOn, today);
  if (late > 0) return [<Tag tone="attention">{t.late(late)}</Tag>];
  const target = settings.targetDays[gateNumber(progress.gate) - 1] ?? 0;
  return [t.day(Math.min(target, Math.max(0, daysBetween(dayOf(progress.opened), today)) + 1), target)];
}

function archOf(
  view: RequestView,
  gate: Gate,
  language: Language,
): { title: string; state: RequestView["summary"]["arcade"][number]; conclusion: string } {
  const p = pageTexts(language);
  const state = view.summary.arcade[GATES.indexOf(gate)] ?? "later";
  const conclusion = conclusionsOf(view.request).get(gate);
  const on = conclusion === undefined ? "" : formatDate(conclusion.at, language);
  const said = {
    out: p.ruledOutOn(on),
    kept: view.summary.solution ?? p.retainedOn(on),
    waiting: p.waiting,
    here: p.here(candidatesOf(view.request, gate).length),
    later: p.later,
  };
  const withdrawn = view.progress.status === "withdrawn" && state === "later" && view.progress.gate === gate;
  return { title: requestWords(language).gates[gate].short, state, conclusion: withdrawn ? p.withdrawn : said[state] };
}

function Who({ view, language }: { view: RequestView; language: Language }): JSX.Element {
  const t = requestTexts(language);
  const lastAs = (role: string): string => view.nameOf(view.request.entries.findLast((entry) => entry.role === role)?.personId ?? "");
  const asks = [view.departmentName(view.need.departmentId), view.nameOf(view.request.submittedBy)]
    .filter((part) => part !== "")
    .join(", ");
  return (
    <Sheet title={t.who}>
      <p class="small">
        {t.labelled(t.asks, asks)}
        <br />
        {t.labelled(t.reviews, lastAs("reviewer") || t.nobodyYet)}
        <br />
        {t.labelled(t.guarantees, lastAs("guarantor") || t.nobodyYet)}
      </p>
    </Sheet>
  );
}

function More({ view, agent, language }: { view: RequestView; agent: Agent; language: Language }): JSX.Element | null {
  const t = requestTexts(language);
  const own = view.request.submittedBy === agent.id;
  const mayWithdraw = !isClosed(view.progress) && (own ? agent.may("take-part-in-request") : agent.may("review-requests"));
  const mayRound = isClosed(view.progress) && view.nextRoundId === undefined && agent.may("submit-request");
  if (!mayWithdraw && !mayRound && view.nextRoundId === undefined) return null;
  return (
    <p class="no-print">
      {mayWithdraw && (
        <ButtonLink href={`/demandes/${view.request.id}/retrait`} variant="tertiary">
          {t.withdraw}
        </ButtonLink>
      )}
      {mayRound && <ButtonLink href={`/demandes/${view.request.id}/nouveau-tour`}>{t.newRound}</ButtonLink>}
      {view.nextRoundId !== undefined && <Link href={`/demandes/${view.nextRoundId}`}>{t.nextRound}</Link>}
    </p>
  );
}
