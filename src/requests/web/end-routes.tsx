import type { JSX } from "hono/jsx/jsx-runtime";
import { z } from "zod";
import type { Deps } from "#src/platform/deps.ts";
import { field } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { RadioGroup } from "#src/platform/ui/choice-field.tsx";
import { TextArea } from "#src/platform/ui/field.tsx";
import { SubmitButton } from "#src/platform/ui/form.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { USE_OUTCOMES, type UseOutcome } from "../domain/entries.ts";
import { isClosed } from "../domain/request.ts";
import { confirmUse } from "../usecases/confirm-use.ts";
import { openRound } from "../usecases/open-round.ts";
import { withdrawRequest } from "../usecases/withdraw-request.ts";
import { EntryForm } from "./entry-form.tsx";
import { type EntryPage, type EntryPageProps, entryRoute } from "./entry-routes.tsx";
import { pageTexts } from "./page-texts.ts";
import { requestWords } from "./words.ts";

/** How a request ends before its time, what is said of it in use, and how it is taken up again. */
export function endRoutes(routes: Routes, deps: Deps): void {
  entryRoute(routes, deps, "/demandes/:id/retrait", "take-part-in-request", withdrawal);
  entryRoute(routes, deps, "/demandes/:id/bilan", "confirm-use", confirmation);
  entryRoute(routes, deps, "/demandes/:id/nouveau-tour", "submit-request", newRound);
}

/** In characters. */
const LENGTH = { withdrawal: 2_000, confirmation: 4_000, change: 5_000 } as const;

const withdrawal: EntryPage<{ raison: string }> = {
  allows: (agent, view) => view.request.submittedBy === agent.id || agent.may("review-requests"),
  title: ({ language }) => pageTexts(language).withdrawTitle,
  schema: z.object({ raison: field.text(LENGTH.withdrawal) }),
  body: (props) => <WithdrawalForm {...props} />,
  run: ({ deps, agent, input, value }) => withdrawRequest(deps, agent, { ...input, reason: value.raison }),
  done: ({ language }) => ({ flash: pageTexts(language).withdrawnFlash }),
};

const confirmation: EntryPage<{ bilan: UseOutcome; raison: string }> = {
  title: ({ language }) => pageTexts(language).confirmTitle,
  schema: z.object({ bilan: field.choice(USE_OUTCOMES), raison: field.text(LENGTH.confirmation) }),
  body: (props) => <ConfirmationForm {...props} />,
  run: ({ deps, agent, input, value }) => confirmUse(deps, agent, { ...input, outcome: value.bilan, reason: value.raison }),
  done: ({ language }) => ({ flash: pageTexts(language).confirmationSaved }),
};

const newRound: EntryPage<{ change: string }> = {
  title: ({ language }) => pageTexts(language).roundTitle,
  schema: z.object({ change: field.text(LENGTH.change) }),
  body: (props) => (isClosed(props.view.progress) ? <NewRoundForm {...props} /> : undefined),
  run: ({ deps, agent, view, input, value }) =>
    openRound(deps, agent, { previousId: view.request.id, id: input.entryId, why: value.change }),
  done: ({ language }) => ({ flash: pageTexts(language).roundOpened }),
};

function WithdrawalForm({ c, view, language, state }: EntryPageProps): JSX.Element {
  const t = pageTexts(language);
  return (
    <Sheet intro={t.withdrawLead}>
      <EntryForm
        view={view}
        state={state}
        language={language}
        action={c.req.path}
        actions={<SubmitButton variant="danger">{t.withdrawConfirm}</SubmitButton>}
      >
        <TextArea name="raison" label={t.withdrawReason} required rows={3} maxLength={LENGTH.withdrawal} />
      </EntryForm>
    </Sheet>
  );
}

function ConfirmationForm({ c, view, language, state }: EntryPageProps): JSX.Element {
  const t = pageTexts(language);
  const options = USE_OUTCOMES.map((outcome) => ({ value: outcome, label: requestWords(language).useOutcomes[outcome] }));
  return (
    <Sheet title={t.confirmNow} intro={t.confirmLead}>
      <EntryForm
        view={view}
        state={state}
        language={language}
        action={c.req.path}
        actions={<SubmitButton>{t.saveConfirmation}</SubmitButton>}
      >
        <RadioGroup name="bilan" label={t.outcome} options={options} required />
        <TextArea name="raison" label={t.outcomeReason} required rows={4} maxLength={LENGTH.confirmation} />
      </EntryForm>
    </Sheet>
  );
}

function NewRoundForm({ c, view, language, state }: EntryPageProps): JSX.Element {
  const t = pageTexts(language);
  return (
    <Sheet intro={t.roundLead}>
      <EntryForm view={view} state={state} language={language} action={c.req.path} actions={<SubmitButton>{t.openRound}</SubmitButton>}>
        <TextArea name="change" label={t.roundWhy} required rows={5} maxLength={LENGTH.change} />
      </EntryForm>
    </Sheet>
  );
}
