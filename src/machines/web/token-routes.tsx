import { z } from "zod";
import { isUuid, newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { field, parseForm, readForm } from "#src/platform/http/form.ts";
import { keyOf } from "#src/platform/http/form-marks.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { agentTokensOf } from "../db/agent-tokens.ts";
import { LONGEST_TOKEN_LABEL } from "../domain/agent-token.ts";
import { createAgentToken } from "../usecases/create-agent-token.ts";
import { revokeAgentToken } from "../usecases/revoke-agent-token.ts";
import { machineTexts } from "./texts.ts";
import { TokenPage, type TokenPageProps } from "./token-page.tsx";

const TOKEN = z.object({ usage: field.line(LONGEST_TOKEN_LABEL) });

export function tokenRoutes(routes: Routes, deps: Deps): void {
  routes.get("/parc/postes/agents", "manage-settings", (c) => showTokens(c, deps, newId()));
  routes.post("/parc/postes/agents", "manage-settings", (c) => create(c, deps));
  routes.post("/parc/postes/agents/:id/revocation", "manage-settings", (c) => revoke(c, deps));
}

async function showTokens(
  c: AppContext,
  deps: Deps,
  formKey: string,
  more: Pick<TokenPageProps, "address" | "errors" | "values"> = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const agent = agentOfRequest(c);
  const language = c.get("language");
  const tokens = await readAuthority(deps.db, agent.authorityId, agentTokensOf);
  const t = machineTexts(language);
  const breadcrumbs = [{ label: t.crumb, href: "/parc" }, { label: t.title, href: "/parc/postes" }, { label: t.agents.title }];
  const page = <TokenPage language={language} agent={agent} tokens={tokens} formKey={formKey} {...more} />;
  return show(c, { title: t.agents.title, breadcrumbs, status }, page);
}

/** The answer shows the token itself: it is kept nowhere, so there is no page to be sent on to. */
async function create(c: AppContext, deps: Deps): Promise<Response> {
  const language = c.get("language");
  const form = await readForm(c);
  const id = keyOf<string>(form);
  const parsed = parseForm(TOKEN, form);
  if (!parsed.ok) return showTokens(c, deps, id, { errors: messagesOf(parsed.error, language), values: valuesOf(form) }, 422);
  const made = await createAgentToken(deps, agentOfRequest(c), { id, label: parsed.value.usage });
  if (made.ok) return showTokens(c, deps, newId(), { address: made.value.address });
  const t = machineTexts(language).agents;
  switch (made.error.kind) {
    case "not-allowed":
      return forbidden(c);
    case "already-made":
      return showTokens(c, deps, newId(), { errors: [{ field: "", message: t.alreadyMade }] }, 409);
    case "too-many":
      return showTokens(c, deps, id, { errors: [{ field: "", message: t.tooMany(made.error.most) }], values: valuesOf(form) }, 409);
  }
}

async function revoke(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const done = await revokeAgentToken(deps, agentOfRequest(c), { id });
  if (!done.ok) return done.error.kind === "not-allowed" ? forbidden(c) : notFound(c);
  setFlash(c, "success", machineTexts(c.get("language")).agents.revoked);
  return c.redirect("/parc/postes/agents", 303);
}
