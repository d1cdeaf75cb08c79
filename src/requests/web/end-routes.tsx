import { z } from "zod";
import type { Deps } from "#src/platform/deps.ts";
import { field } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { RadioGroup } from "#src/platform/ui/choice-field.tsx";
import { TextArea } from "#src/platform/ui/field.tsx";
import { SubmitButton } from "#src/platform/ui/form.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { USE_OUTCOMES } from "../domain/entries.ts";
import { isClosed } from "../domain/request.ts";
import { confirmUse } from "../usecases/confirm-use.ts";
import { openRound } from "../usecases/open-round.ts";
import { withdrawRequest } from "../usecases/withdraw-request.ts";
import { EntryForm } from "./entry-form.tsx";
import { entryRoute } from "./entry-routes.tsx";
import { pageTexts } from "./page-texts.ts";
import { requestWords } from "./words.ts";

/** How a request ends before its time, what is said of it in use, and how it is taken up again. */
export function endRoutes(routes: Routes, deps: Deps): void {
  entryRoute(routes, deps, {
    path: "/demandes/:id/retrait",
    access: "take-part-in-request",
    allows: (agent, view) => view.request.submittedBy === agent.id || agent.may("review-requests"),
    title: ({ language }) => pageTexts(language).withdrawTitle,
    schema: () => z.object({ raison: field.text(2000) }),
    body: ({ c, view, language, state }) => {
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
            <TextArea name="raison" label={t.withdrawReason} required rows={3} maxLength={2000} />
          </EntryForm>
        </Sheet>
      );
    },
    run: ({ agent, input, value }) => withdrawRequest(deps, agent, { ...input, reason: value.raison }),
    done: ({ language }) => ({ flash: pageTexts(language).withdrawnFlash }),
  });
  entryRoute(routes, deps, {
    path: "/demandes/:id/bilan",
    access: "confirm-use",
    title: ({ language }) => pageTexts(language).confirmTitle,
    schema: () => z.object({ bilan: field.choice(USE_OUTCOMES), raison: field.text(4000) }),
    body: ({ c, view, language, state }) => {
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
            <TextArea name="raison" label={t.outcomeReason} required rows={4} maxLength={4000} />
          </EntryForm>
        </Sheet>
      );
    },
    run: ({ agent, input, value }) => confirmUse(deps, agent, { ...input, outcome: value.bilan, reason: value.raison }),
    done: ({ language }) => ({ flash: pageTexts(language).confirmationSaved }),
  });
  entryRoute(routes, deps, {
    path: "/demandes/:id/nouveau-tour",
    access: "submit-request",
    title: ({ language }) => pageTexts(language).roundTitle,
    schema: () => z.object({ change: field.text(5000) }),
    body: ({ c, view, language, state }) => {
      const t = pageTexts(language);
      if (!isClosed(view.progress)) return undefined;
      return (
        <Sheet intro={t.roundLead}>
          <EntryForm view={view} state={state} language={language} action={c.req.path} actions={<SubmitButton>{t.openRound}</SubmitButton>}>
            <TextArea name="change" label={t.roundWhy} required rows={5} maxLength={5000} />
          </EntryForm>
        </Sheet>
      );
    },
    run: ({ agent, view, input, value }) => openRound(deps, agent, { previousId: view.request.id, id: input.entryId, why: value.change }),
    done: ({ language }) => ({ flash: pageTexts(language).roundOpened }),
  });
}
