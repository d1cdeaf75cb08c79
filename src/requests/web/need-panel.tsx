import type { JSX } from "hono/jsx/jsx-runtime";
import type { Agent } from "#src/kernel/agent.ts";
import type { Language } from "#src/kernel/language.ts";
import { Details } from "#src/platform/ui/details.tsx";
import { CheckList } from "#src/platform/ui/evidence-list.tsx";
import { formatMoney } from "#src/platform/ui/format.ts";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import type { Importance, Need } from "../domain/need.ts";
import { isStructured, submittedNeedOf } from "../domain/request.ts";
import { Quoted } from "./quoted.tsx";
import { requestTexts } from "./texts.ts";
import type { RequestView } from "./view.ts";
import { requestWords } from "./words.ts";

/** The need, always in sight: the requester's words, the requirements, the constraints. */
export function NeedPanel({ view, agent, language }: { view: RequestView; agent: Agent; language: Language }): JSX.Element {
  const t = requestTexts(language);
  const structured = isStructured(view.request);
  const submitted = submittedNeedOf(view.request).need;
  return (
    <Sheet title={t.need}>
      <Quoted source={view.departmentName(submitted.departmentId)}>{submitted.words}</Quoted>
      {structured && view.need.words !== submitted.words && (
        <>
          <h3>{t.structuredVersion}</h3>
          <p class="kept-lines">{view.need.words}</p>
        </>
      )}
      <Requirements need={view.need} importance="essential" title={t.essential} />
      <Requirements need={view.need} importance="useful" title={t.useful} />
      {view.need.requirements.length === 0 && <p class="soft">{t.noRequirement}</p>}
      <Constraints need={view.need} language={language} />
      {structured && (
        <Details summary={t.asSubmitted}>
          <p>
            <strong>{submitted.title}</strong>
          </p>
          <Requirements need={submitted} importance="essential" title={t.essential} />
          <Requirements need={submitted} importance="useful" title={t.useful} />
          <Constraints need={submitted} language={language} />
        </Details>
      )}
      {agent.may("review-requests") && view.progress.status === "searching" && (
        <p>
          <ButtonLink href={`/demandes/${view.request.id}/besoin`} size="sm">
            {structured ? t.restructure : t.structure}
          </ButtonLink>
        </p>
      )}
    </Sheet>
  );
}

function Requirements({ need, importance, title }: { need: Need; importance: Importance; title: string }): JSX.Element | null {
  const wanted = need.requirements.filter((requirement) => requirement.importance === importance);
  if (wanted.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <CheckList items={wanted.map(({ text }) => ({ label: text }))} />
    </>
  );
}

function Constraints({ need, language }: { need: Need; language: Language }): JSX.Element {
  const t = requestTexts(language);
  const words = requestWords(language);
  const data = need.personalData.map((kind) => words.personalData[kind]).join(", ");
  return (
    <>
      <h3>{t.constraints}</h3>
      <ul class="small">
        <li>{data === "" ? t.noPersonalData : t.labelled(t.personalData, `${data.toLowerCase()}.`)}</li>
        {need.openToPublic && <li>{t.public}</li>}
        {need.budget !== null && (
          <li>{t.labelled(t.budget, `${formatMoney(need.budget.cents, language)} HT ${t.over(need.budget.years)}.`)}</li>
        )}
        {need.mustRunWith !== null && <li>{t.labelled(t.mustRunWith, need.mustRunWith)}</li>}
        {need.usedToday !== null && <li>{t.labelled(t.usedToday, need.usedToday)}</li>}
      </ul>
    </>
  );
}
