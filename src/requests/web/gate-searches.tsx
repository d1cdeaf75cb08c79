import type { JSX } from "hono/jsx/jsx-runtime";
import { newId } from "#src/kernel/ids.ts";
import type { Language } from "#src/kernel/language.ts";
import { Details } from "#src/platform/ui/details.tsx";
import { SearchField } from "#src/platform/ui/file-field.tsx";
import { ActionForm, Actions, Form, KEY_FIELD, SubmitButton, VERSION_FIELD } from "#src/platform/ui/form.tsx";
import { counted, formatDate } from "#src/platform/ui/format.ts";
import { Link } from "#src/platform/ui/link.tsx";
import { Tag } from "#src/platform/ui/tag.tsx";
import { candidatesOf } from "../domain/candidates.ts";
import type { Found } from "../domain/entries.ts";
import { searchesAt } from "../domain/evidence.ts";
import type { Gate } from "../domain/gates.ts";
import { gateTexts } from "./gate-texts.ts";
import type { RequestView } from "./view.ts";

type Props = { view: RequestView; gate: Exclude<Gate, "in-house-development">; language: Language };

/** What was searched at a gate. `works`: the reader may search again, and choose among what was found. */
export function GateSearches({ view, gate, works, language }: Props & { works: boolean }): JSX.Element {
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

function SearchAtGate({ view, gate, language }: Props): JSX.Element {
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

/** What the last search found, those among the candidates already told apart. */
function Shortlist({ found, ...props }: Props & { found: readonly Found[] }): JSX.Element | null {
  const { view, gate, language } = props;
  const t = gateTexts(language);
  if (found.length === 0) return null;
  const present = new Set(candidatesOf(view.request, gate).map(({ origin }) => JSON.stringify(origin)));
  return (
    <Details summary={t.resultsTitle} open={present.size === 0}>
      <ul class="todo">
        {found.map((each) => (
          <li>
            <span>
              {each.origin.type === "catalogue" ? <Link href={`/catalogue/${each.origin.slug}`}>{each.name}</Link> : each.name}{" "}
              {each.licence !== null && <Tag tone={gate === "open-source" ? "good" : "neutral"}>{each.licence}</Tag>}
            </span>
            {present.has(JSON.stringify(each.origin)) ? <Tag>{t.shortlisted}</Tag> : <ShortlistIt found={each} {...props} />}
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** One button puts a software among the candidates. */
function ShortlistIt({ found: { name, origin }, view, language }: Props & { found: Found }): JSX.Element {
  const fields = {
    logiciel: origin.type === "catalogue" ? origin.slug : "",
    [KEY_FIELD]: newId<string>(),
    [VERSION_FIELD]: view.request.entries.length,
  };
  return (
    <ActionForm action={`/demandes/${view.request.id}/candidats`} fields={fields} variant="secondary" size="sm" context={name}>
      {gateTexts(language).shortlist}
    </ActionForm>
  );
}
