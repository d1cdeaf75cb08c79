import type { JSX } from "hono/jsx/jsx-runtime";
import type { Agent } from "#src/kernel/agent.ts";
import { dayOf, daysBetween, type LocalDate } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import { Actions } from "#src/platform/ui/form.tsx";
import { formatDate } from "#src/platform/ui/format.ts";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { monthsGained, nextBudgetYear } from "../domain/budget-cycle.ts";
import { isKind } from "../domain/entries.ts";
import { isClosed, needOf } from "../domain/request.ts";
import { pageTexts } from "./page-texts.ts";
import { requestTexts } from "./texts.ts";
import type { RequestView } from "./view.ts";
import { requestWords } from "./words.ts";

type Props = { view: RequestView; agent: Agent; language: Language; today: LocalDate };

/** What was decided, and what became of it in use. */
export function OutcomePanel({ view, agent, language, today }: Props): JSX.Element | null {
  const t = pageTexts(language);
  const { progress, request } = view;
  if (!isClosed(progress)) return null;
  const on = formatDate(progress.since, language);
  const sealed = request.entries.find((entry) => isKind(entry, "decision-sealed"));
  const sentence =
    progress.status === "settled"
      ? t.decidedOn(view.summary.solution ?? needOf(request).title, on)
      : progress.status === "unmet"
        ? t.unmetOn(on)
        : t.withdrawnOn(on);
  return (
    <Sheet title={t.decided}>
      <p>
        <strong>{sentence}</strong>
      </p>
      {progress.status === "settled" && <InUse view={view} agent={agent} language={language} today={today} />}
      {sealed !== undefined && (
        <Actions>
          <ButtonLink href={`/demandes/${request.id}/dossier`} variant="primary">
            {t.readRecord}
          </ButtonLink>
          {sealed.content.installationId !== null && (
            <ButtonLink href={`/parc/${sealed.content.installationId}`}>{t.installation}</ButtonLink>
          )}
        </Actions>
      )}
    </Sheet>
  );
}

function InUse({ view, agent, language, today }: Props): JSX.Element {
  const t = pageTexts(language);
  const { usedSince, confirmOn, confirmed } = view.summary;
  if (usedSince === null) return <p class="soft">{t.notUsedYet}</p>;
  const submitted = dayOf(view.request.submittedAt);
  const gained = monthsGained(submitted, usedSince);
  const outcome = view.request.entries.findLast((entry) => isKind(entry, "use-confirmed"));
  const due = confirmOn !== null && confirmOn <= today;
  return (
    <>
      <p>{t.usedSince(formatDate(usedSince, language), daysBetween(submitted, usedSince))}</p>
      {gained > 0 && <p>{t.monthsGained(gained, nextBudgetYear(submitted).slice(0, 4))}</p>}
      {confirmed !== null && outcome !== undefined && (
        <p>
          {requestTexts(language).labelled(t.confirmed, requestWords(language).useOutcomes[outcome.content.outcome])}.{" "}
          {outcome.content.reason}
        </p>
      )}
      {confirmed === null && <p>{due || confirmOn === null ? t.confirmNow : t.confirmOn(formatDate(confirmOn, language))}</p>}
      {agent.may("confirm-use") && (
        <p>
          <ButtonLink href={`/demandes/${view.request.id}/bilan`} variant={due && confirmed === null ? "primary" : "secondary"} size="sm">
            {confirmed === null ? t.confirm : t.confirmAgain}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
