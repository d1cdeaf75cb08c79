import type { JSX } from "hono/jsx/jsx-runtime";
import type { Agent } from "#src/kernel/agent.ts";
import type { Language } from "#src/kernel/language.ts";
import { Actions } from "#src/platform/ui/form.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { isKind } from "../domain/entries.ts";
import { pageTexts } from "./page-texts.ts";
import { Quoted } from "./quoted.tsx";
import type { RequestView } from "./view.ts";

/** A question without its answer, above the work of the gate: whoever asked for the software is the one it waits for. */
export function QuestionNotice({ view, agent, language }: { view: RequestView; agent: Agent; language: Language }): JSX.Element | null {
  if (view.progress.status !== "searching" || view.summary.waitsFor !== "requester") return null;
  const question = view.request.entries.findLast((entry) => isKind(entry, "question-asked"));
  if (question === undefined) return null;
  const t = pageTexts(language);
  const own = view.request.submittedBy === agent.id;
  return (
    <Notice kind={own ? "warning" : "info"} title={own ? t.questionForYou : t.questionWaits}>
      <Quoted source={view.nameOf(question.personId)}>{question.content.text}</Quoted>
      {own && (
        <Actions>
          <ButtonLink href="#fil" variant="primary" size="sm">
            {t.answer}
          </ButtonLink>
        </Actions>
      )}
    </Notice>
  );
}
