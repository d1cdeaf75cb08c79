import { dayOf } from "#src/kernel/dates.ts";
import { newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { readForm, typed } from "#src/platform/http/form.ts";
import { keyOf } from "#src/platform/http/form-marks.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { type CellValue, sendCsv } from "#src/platform/http/spreadsheet.ts";
import { messagesOf } from "#src/platform/http/texts.ts";
import { saveDraft } from "#src/requests/public.ts";
import type { Impact } from "../domain/impact.ts";
import { type Consequences, suppose } from "../usecases/suppose.ts";
import { draftOf } from "./draft.ts";
import { ConsequencesPage, WhatIfPage } from "./what-if-page.tsx";
import { type Asked, FIELDS, hrefOf, type Supposed, supposedBy, WHAT_IF_PATH } from "./what-if-query.ts";
import { whatIfTexts } from "./what-if-texts.ts";

export function whatIfRoutes(routes: Routes, deps: Deps): void {
  routes.get(WHAT_IF_PATH, "read-inventory", (c) => showWhatIf(c, deps));
  routes.get(`${WHAT_IF_PATH}.csv`, "read-inventory", (c) => exportHits(c, deps));
  routes.post(`${WHAT_IF_PATH}/demande`, "submit-request", (c) => openRequest(c, deps));
}

function askedBy(read: (field: string) => string | undefined): Asked {
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const value = read(field)?.slice(0, 200);
      return value === undefined || value === "" ? [] : [[field, value]];
    }),
  );
}

type Supposition = { readonly supposed: Supposed };

function consequencesOf(c: AppContext, deps: Deps, asked: Asked): Promise<Consequences<Supposition>> {
  return readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) =>
    suppose(reader, dayOf(deps.now()), (choices) => {
      const supposed = supposedBy(asked, choices);
      return { supposed, event: supposed.kind === "event" ? supposed.event : undefined };
    }),
  );
}

async function showWhatIf(c: AppContext, deps: Deps): Promise<Response> {
  const language = c.get("language");
  const t = whatIfTexts(language);
  const asked = askedBy((field) => c.req.query(field));
  const { choices, found, isEmpty, impact, ways } = await consequencesOf(c, deps, asked);
  const { supposed } = found;
  const isEvent = supposed.kind === "event" && impact !== undefined;
  const breadcrumbs = [{ label: t.crumb, href: "/parc" }, isEvent ? { label: t.title, href: WHAT_IF_PATH } : { label: t.title }];
  if (!isEvent) {
    const faulty =
      supposed.kind === "faulty"
        ? { supposed: supposed.supposed, errors: messagesOf([{ field: supposed.field, code: supposed.code }], language, t.issues) }
        : undefined;
    const page = <WhatIfPage language={language} choices={choices} asked={asked} isEmpty={isEmpty} faulty={faulty} />;
    return show(c, { title: t.title, breadcrumbs, status: faulty === undefined ? 200 : 422 }, page);
  }
  const page = (
    <ConsequencesPage
      language={language}
      choices={choices}
      asked={asked}
      event={supposed.event}
      about={supposed.about}
      impact={impact}
      ways={ways}
      formKey={newId()}
      mayOpenRequest={agentOfRequest(c).may("submit-request")}
    />
  );
  return show(c, { title: t.title, breadcrumbs }, page);
}

async function exportHits(c: AppContext, deps: Deps): Promise<Response> {
  const { file } = whatIfTexts(c.get("language"));
  const asked = askedBy((field) => c.req.query(field));
  const { impact } = await consequencesOf(c, deps, asked);
  if (impact === undefined) return c.redirect(hrefOf(asked), 303);
  return sendCsv(c, { name: file.name, rows: [[...file.columns], ...rowsOf(impact, file)], now: deps.now() });
}

function rowsOf({ hits }: Impact, file: { readonly direct: string; readonly dependent: string }): CellValue[][] {
  return hits.map(({ node, through }) => [
    node.name,
    through.length === 0 ? file.direct : file.dependent,
    through.map(({ name }) => name).join(" > "),
    node.departments.map(({ name }) => name).join(" | "),
    node.users,
  ]);
}

/** A draft of a request, with what was established. The supposition is made again: what the page showed is never taken at its word. */
async function openRequest(c: AppContext, deps: Deps): Promise<Response> {
  const agent = agentOfRequest(c);
  const language = c.get("language");
  const form = await readForm(c);
  const asked = askedBy((field) => typed(form, field));
  const { found, impact, ways } = await consequencesOf(c, deps, asked);
  const { supposed } = found;
  if (supposed.kind !== "event" || impact === undefined) return c.redirect(hrefOf(asked), 303);
  const id = keyOf<string>(form);
  const address = new URL(hrefOf(asked), deps.config.publicUrl).href;
  const { event, about } = supposed;
  const draft = draftOf({ event, about, impact, ways, address, departmentId: agent.departmentId, language });
  const saved = await saveDraft(deps, agent, { id, typed: draft });
  if (!saved.ok) return forbidden(c);
  setFlash(c, "success", whatIfTexts(language).request.opened);
  return c.redirect(`/demandes/brouillons/${id}`, 303);
}
