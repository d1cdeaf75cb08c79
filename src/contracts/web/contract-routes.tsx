import { z } from "zod";
import { dayOf, type LocalDate } from "#src/kernel/dates.ts";
import { isUuid, newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { field, parseForm, readForm, typed } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { formatDate } from "#src/platform/ui/format.ts";
import { changesOf } from "../db/changes.ts";
import { contractById } from "../db/contracts.ts";
import { standing } from "../db/costs.ts";
import { documentsOf } from "../db/documents.ts";
import type { ContractId } from "../domain/contract.ts";
import { closeContract } from "../usecases/close-contract.ts";
import { ContractPage, type ContractPageProps } from "./contract-page.tsx";
import { LIST_PATH } from "./listing.ts";
import { pageTexts } from "./page-texts.ts";
import { contractTexts } from "./texts.ts";

export function contractRoutes(routes: Routes, deps: Deps): void {
  routes.get(`${LIST_PATH}/:id`, "read-inventory", (c) => showContract(c, deps));
  routes.post(`${LIST_PATH}/:id/fin`, "manage-inventory", (c) => close(c, deps));
  routes.post(`${LIST_PATH}/:id/reprise`, "manage-inventory", (c) => reopen(c, deps));
}

type Refused = Pick<ContractPageProps, "refusedClosing" | "refusedDocuments">;

export async function showContract(c: AppContext, deps: Deps, refused: Refused = {}, status: 200 | 409 | 422 = 200): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const agent = agentOfRequest(c);
  const today = dayOf(deps.now());
  const read = await readAuthority(deps.db, agent.authorityId, async (reader) => {
    const contract = await contractById(reader, id);
    if (contract === undefined) return undefined;
    return { contract: standing(contract, today), documents: await documentsOf(reader, id), changes: await changesOf(reader, id) };
  });
  if (read === undefined) return notFound(c);
  const language = c.get("language");
  const t = contractTexts(language);
  const { title } = read.contract;
  const breadcrumbs = [{ label: t.crumb, href: "/parc" }, { label: t.title, href: LIST_PATH }, { label: title }];
  const manages = agent.may("manage-inventory");
  const page = <ContractPage language={language} manages={manages} today={today} formKey={newId()} {...read} {...refused} />;
  return show(c, { title, breadcrumbs, status }, page);
}

const CLOSING = z.object({ fin_le: field.day() });

async function close(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const language = c.get("language");
  const t = pageTexts(language).close;
  const form = await readForm(c);
  const parsed = parseForm(CLOSING, form);
  const day = typed(form, "fin_le");
  if (!parsed.ok) return showContract(c, deps, { refusedClosing: { day, errors: messagesOf(parsed.error, language) } }, 422);
  const closedOn = parsed.value.fin_le as LocalDate;
  const result = await closeContract(deps, agentOfRequest(c), { id: id as ContractId, closedOn });
  if (result.ok) {
    setFlash(c, "success", t.done(formatDate(closedOn, language)));
    return c.redirect(`${LIST_PATH}/${id}`, 303);
  }
  const { error } = result;
  if (error.kind === "not-allowed") return forbidden(c);
  if (error.kind === "not-found") return notFound(c);
  const errors = [{ field: "fin_le", message: t.beforeStart(formatDate(error.startsOn, language)) }];
  return showContract(c, deps, { refusedClosing: { day, errors } }, 422);
}

async function reopen(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const result = await closeContract(deps, agentOfRequest(c), { id: id as ContractId, closedOn: null });
  if (!result.ok) return result.error.kind === "not-allowed" ? forbidden(c) : notFound(c);
  setFlash(c, "success", pageTexts(c.get("language")).close.reopened);
  return c.redirect(`${LIST_PATH}/${id}`, 303);
}
