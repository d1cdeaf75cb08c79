import type { JSX } from "hono/jsx/jsx-runtime";
import type { Agent } from "#src/kernel/agent.ts";
import type { Language } from "#src/kernel/language.ts";
import { Details } from "#src/platform/ui/details.tsx";
import { EvidenceList } from "#src/platform/ui/evidence-list.tsx";
import { Actions } from "#src/platform/ui/form.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { candidatesOf, type ExaminedCandidate, obstaclesOf } from "../domain/candidates.ts";
import { evidenceFor, studyOf } from "../domain/evidence.ts";
import { type Gate, gateNumber } from "../domain/gates.ts";
import { CandidatesTable } from "./candidates-table.tsx";
import { evidenceItems } from "./evidence-items.ts";
import { GateSearches } from "./gate-searches.tsx";
import { gateTexts } from "./gate-texts.ts";
import type { RequestView } from "./view.ts";
import { entryTitle, requestWords } from "./words.ts";

type Props = { view: RequestView; agent: Agent; gate: Gate; open: boolean; language: Language };

/** The work of one gate: its searches, its candidates, and what it takes to close it. */
export function GatePanel({ view, agent, gate, open, language }: Props): JSX.Element {
  const t = gateTexts(language);
  const candidates = candidatesOf(view.request, gate);
  const works = open && agent.may("review-requests");
  if (gate === "in-house-development") return <StudyPanel view={view} works={works} language={language} />;
  return (
    <Sheet id="porte" title={`${gateNumber(gate)}. ${t.panel[gate]}`}>
      <GateSearches view={view} gate={gate} works={works} language={language} />
      {candidates.length > 0 ? (
        <CandidatesTable view={view} candidates={candidates} language={language} />
      ) : (
        <p class="soft">{!works ? t.noCandidateYet : gate === "in-house" ? t.noCandidateInHouse : t.noCandidate}</p>
      )}
      {works && gate !== "in-house" && (
        <p>
          <Link href={`/demandes/${view.request.id}/candidats/nouveau`}>{t.addByHand}</Link>
        </p>
      )}
      {works && <Closing view={view} gate={gate} language={language} />}
    </Sheet>
  );
}

function Closing({ view, gate, language }: { view: RequestView; gate: Gate; language: Language }): JSX.Element {
  const t = gateTexts(language);
  const suitable = candidatesOf(view.request, gate).filter(({ examined }) => examined?.content.examination.opinion === "suitable");
  const toRuleOut = <EvidenceList items={evidenceItems(view, evidenceFor(view.request, gate, { kind: "ruled-out" }), language, true)} />;
  const conclusion = `/demandes/${view.request.id}/conclusion`;
  return (
    <>
      {suitable.map(({ id, name }) => (
        <>
          <h3>{t.evidenceToRetain(name)}</h3>
          <EvidenceList
            items={evidenceItems(view, evidenceFor(view.request, gate, { kind: "retained", candidateId: id }), language, true)}
          />
        </>
      ))}
      {suitable.length === 0 ? (
        <>
          <h3>{t.evidenceToRuleOut}</h3>
          {toRuleOut}
        </>
      ) : (
        <Details summary={t.evidenceToRuleOut}>{toRuleOut}</Details>
      )}
      <Actions>
        {suitable.map((candidate) => (
          <ButtonLink href={`${conclusion}?retenir=${candidate.id}`} variant={isClear(view, candidate) ? "primary" : "secondary"}>
            {t.retainThis(candidate.name)}
          </ButtonLink>
        ))}
        <ButtonLink href={`${conclusion}?ecarter=1`}>{t.ruleOut}</ButtonLink>
      </Actions>
    </>
  );
}

/** Nothing stands in its way any more, waivers included. */
function isClear(view: RequestView, candidate: ExaminedCandidate): boolean {
  return obstaclesOf(view.request, candidate).every(({ waived }) => waived);
}

function StudyPanel({ view, works, language }: { view: RequestView; works: boolean; language: Language }): JSX.Element {
  const t = gateTexts(language);
  const study = studyOf(view.request);
  const feasible = study?.content.study.feasible ?? true;
  const evidence = evidenceFor(
    view.request,
    "in-house-development",
    feasible ? { kind: "retained", candidateId: study?.id ?? "" } : { kind: "ruled-out" },
  );
  return (
    <Sheet id="porte" title={`4. ${t.panel["in-house-development"]}`} intro={t.studyLead}>
      {study !== undefined && <p class="kept-lines">{study.content.study.summary}</p>}
      <h3>{t.evidence}</h3>
      <EvidenceList items={evidenceItems(view, evidence, language, works)} />
      {works && (
        <Actions>
          {study !== undefined && (
            <ButtonLink
              href={`/demandes/${view.request.id}/conclusion?${feasible ? `retenir=${study.id}` : "ecarter=1"}`}
              variant="primary"
            >
              {feasible ? t.retainStudy : t.unmet}
            </ButtonLink>
          )}
          <ButtonLink href={`/demandes/${view.request.id}/etude`}>{study === undefined ? t.study : t.restudy}</ButtonLink>
        </Actions>
      )}
    </Sheet>
  );
}

/** What waits for the guarantor, said to everybody; the button is theirs. */
export function CountersignNotice({ view, agent, language }: { view: RequestView; agent: Agent; language: Language }): JSX.Element | null {
  const t = gateTexts(language);
  if (view.progress.status !== "to-countersign") return null;
  return (
    <Notice kind="warning" title={entryTitle(requestWords(language), view.progress.conclusion.content)}>
      <p>{t.waitsForGuarantor}</p>
      {agent.may("countersign") && (
        <Actions>
          <ButtonLink href={`/demandes/${view.request.id}/contreseing`} variant="primary">
            {t.countersign}
          </ButtonLink>
        </Actions>
      )}
    </Notice>
  );
}
