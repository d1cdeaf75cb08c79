import type { JSX } from "hono/jsx/jsx-runtime";
import type { Agent } from "#src/kernel/agent.ts";
import { newId } from "#src/kernel/ids.ts";
import type { Language } from "#src/kernel/language.ts";
import { Details } from "#src/platform/ui/details.tsx";
import { EvidenceList } from "#src/platform/ui/evidence-list.tsx";
import { SearchField } from "#src/platform/ui/file-field.tsx";
import { ActionForm, Actions, Form, KEY_FIELD, SubmitButton, VERSION_FIELD } from "#src/platform/ui/form.tsx";
import { counted, formatDate } from "#src/platform/ui/format.ts";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Tag } from "#src/platform/ui/tag.tsx";
import { candidatesOf, type ExaminedCandidate, obstaclesOf } from "../domain/candidates.ts";
import type { Found } from "../domain/entries.ts";
import { evidenceFor, searchesAt, studyOf } from "../domain/evidence.ts";
import { type Gate, gateNumber } from "../domain/gates.ts";
import { CandidatesTable } from "./candidates-table.tsx";
import { evidenceItems } from "./evidence-items.ts";
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
      <Searches view={view} gate={gate} works={works} language={language} />
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

function Searches({ view, gate, works, language }: Omit<Props, "agent" | "open"> & { works: boolean }): JSX.Element {
  const t = gateTexts(language);
  const searches = searchesAt(view.request, gate);
  const last = searches.at(-1);
  return (
    <>
      {searches.length > 0 && (
        <ul class="small" aria-label={t.searches}>
          {searches.map(({ at, content: { search } }) => (
            <li>{t.searchLine(search.query, formatDate(at, language), counted(search.count, t.results, language))}</li>
          ))}
        </ul>
      )}
      {works && searches.length > 0 && (
        <Details summary={t.searchAgain}>
          <SearchAtGate view={view} gate={gate} language={language} />
        </Details>
      )}
      {works && searches.length === 0 && <SearchAtGate view={view} gate={gate} language={language} />}
      {works && gate !== "in-house" && last !== undefined && (
        <Shortlist view={view} gate={gate} found={last.content.search.found} language={language} />
      )}
    </>
  );
}

function SearchAtGate({ view, gate, language }: Pick<Props, "view" | "gate" | "language">): JSX.Element {
  const t = gateTexts(language);
  const last = searchesAt(view.request, gate).at(-1);
  return (
    <Form
      action={`/demandes/${view.request.id}/recherches`}
      version={view.request.entries.length}
      idempotencyKey={newId()}
      label={t.searchLabel[gate]}
    >
      <SearchField name="texte" label={t.searchLabel[gate]} value={last?.content.search.query ?? view.need.title} />
      <p class="soft small">{t.searchHint}</p>
      <Actions>
        <SubmitButton variant={last === undefined ? "primary" : "secondary"}>{t.search}</SubmitButton>
      </Actions>
    </Form>
  );
}

/** What the last search found: one button puts a software among the candidates. */
function Shortlist({
  view,
  gate,
  found,
  language,
}: {
  view: RequestView;
  gate: Gate;
  found: readonly Found[];
  language: Language;
}): JSX.Element | null {
  const t = gateTexts(language);
  if (found.length === 0) return null;
  const present = new Set(candidatesOf(view.request, gate).map(({ origin }) => JSON.stringify(origin)));
  return (
    <Details summary={t.resultsTitle} open={present.size === 0}>
      <ul class="todo">
        {found.map(({ name, origin, licence }) => (
          <li>
            <span>
              {origin.type === "catalogue" ? <Link href={`/catalogue/${origin.slug}`}>{name}</Link> : name}{" "}
              {licence !== null && <Tag tone={gate === "open-source" ? "good" : "neutral"}>{licence}</Tag>}
            </span>
            {present.has(JSON.stringify(origin)) ? (
              <Tag>{t.shortlisted}</Tag>
            ) : (
              <ActionForm
                action={`/demandes/${view.request.id}/candidats`}
                fields={{
                  logiciel: origin.type === "catalogue" ? origin.slug : "",
                  [KEY_FIELD]: newId<string>(),
                  [VERSION_FIELD]: view.request.entries.length,
                }}
                variant="secondary"
                size="sm"
                context={name}
              >
                {t.shortlist}
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </Details>
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
