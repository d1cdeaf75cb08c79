import type { JSX } from "hono/jsx/jsx-runtime";
import type { Agent } from "#src/kernel/agent.ts";
import type { Language } from "#src/kernel/language.ts";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { candidatesOf, type WaiverState } from "../domain/candidates.ts";
import { pageTexts } from "./page-texts.ts";
import { requestTexts } from "./texts.ts";
import type { RequestView } from "./view.ts";
import { requestWords } from "./words.ts";

/** `name`: of the candidate that it is for. */
export type NamedWaiver = WaiverState & { readonly name: string };

/** Every waiver asked for on a request, answered or not. */
export function waiversOf({ request }: RequestView): readonly NamedWaiver[] {
  return candidatesOf(request).flatMap(({ name, waivers }) => waivers.map((waiver) => ({ ...waiver, name })));
}

/** Waivers that await the guarantor's answer. */
export function WaiversPanel({ view, agent, language }: { view: RequestView; agent: Agent; language: Language }): JSX.Element | null {
  const t = pageTexts(language);
  const words = requestWords(language);
  const pending = waiversOf(view).filter(({ answer }) => answer === null);
  if (pending.length === 0 || view.progress.status !== "searching") return null;
  return (
    <Notice kind="warning" title={t.waivers}>
      {pending.map(({ entryId, object, name, reason }) => (
        <>
          <p>{requestTexts(language).labelled(`${words.waiverObjects[object]}, ${t.waiverFor(name)}`, reason)}</p>
          {agent.may("countersign") && (
            <p>
              <ButtonLink href={`/demandes/${view.request.id}/derogations/${entryId}`} variant="primary" size="sm">
                {t.answerWaiver}
              </ButtonLink>
            </p>
          )}
        </>
      ))}
    </Notice>
  );
}
