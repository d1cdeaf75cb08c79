import { z } from "zod";
import { dayOf, type LocalDate } from "#src/kernel/dates.ts";
import { type InstallationId, isUuid } from "#src/kernel/ids.ts";
import { type AuthorityReader, readAuthority } from "#src/platform/db/in-authority.ts";
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
import { extensionsOf } from "../db/extensions.ts";
import { importOf, installationById } from "../db/installations.ts";
import { neighboursOf } from "../db/interfaces.ts";
import { standingsOf } from "../db/standings.ts";
import { isState, STATES } from "../domain/state.ts";
import { changeState } from "../usecases/change-state.ts";
import type { MoveInstallationRefusal } from "../usecases/move-installation.ts";
import { retireInstallation } from "../usecases/retire-installation.ts";
import type { InventoryHooks } from "./hooks.ts";
import { InstallationPage, type InstallationPageProps } from "./installation-page.tsx";
import type { RefusedMove } from "./moves.tsx";
import { inventoryTexts } from "./texts.ts";

const MOVE = z.object({ de: field.choice(STATES), vers: field.choice(STATES), jour: field.day() });

export function installationRoutes(routes: Routes, deps: Deps, hooks: InventoryHooks): void {
  routes.get("/parc/:id", "read-inventory", (c) => showInstallation(c, deps, hooks));
  routes.post("/parc/:id/etat", "manage-inventory", (c) => move(c, deps, hooks));
  routes.post("/parc/:id/retrait", "manage-inventory", (c) => move(c, deps, hooks));
}

async function showInstallation(
  c: AppContext,
  deps: Deps,
  hooks: InventoryHooks,
  refused?: RefusedMove,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const agent = agentOfRequest(c);
  const id = c.req.param("id");
  const read = isUuid(id) ? await readAuthority(deps.db, agent.authorityId, (reader) => readPage(reader, id, hooks, c)) : undefined;
  if (read === undefined) return notFound(c);
  const language = c.get("language");
  const { name } = read.installation;
  const breadcrumbs = [{ label: inventoryTexts(language).crumb, href: "/parc" }, { label: name }];
  const manages = agent.may("manage-inventory");
  const page = <InstallationPage language={language} manages={manages} today={dayOf(deps.now())} refused={refused} {...read} />;
  return show(c, { title: name, breadcrumbs, status }, page);
}

type Read = Pick<InstallationPageProps, "installation" | "extensions" | "changes" | "importId" | "sections" | "history" | "neighbours">;

async function readPage(reader: AuthorityReader, id: string, { sections }: InventoryHooks, c: AppContext): Promise<Read | undefined> {
  const installation = await installationById(reader, id);
  if (installation === undefined) return undefined;
  return {
    installation,
    importId: await importOf(reader, id),
    extensions: await extensionsOf(reader, id),
    changes: await changesOf(reader, id),
    history: await standingsOf(reader, id),
    neighbours: await neighboursOf(reader, id),
    sections: (await sections?.(reader, installation, c)) ?? { story: [], beside: [] },
  };
}

async function move(c: AppContext, deps: Deps, hooks: InventoryHooks): Promise<Response> {
  const param = c.req.param("id");
  if (!isUuid(param)) return notFound(c);
  const id = param as InstallationId;
  const language = c.get("language");
  const t = inventoryTexts(language);
  const form = await readForm(c);
  const retires = c.req.path.endsWith("/retrait");
  const parsed = parseForm(MOVE, form);
  if (!parsed.ok) {
    const to = retires ? "retired" : stateTyped(typed(form, "vers"));
    return showInstallation(c, deps, hooks, { to, day: typed(form, "jour"), errors: messagesOf(parsed.error, language) }, 422);
  }
  const { de: from, vers: to, jour } = parsed.value;
  const input = { id, from, day: jour as LocalDate };
  const agent = agentOfRequest(c);
  const result =
    retires || to === "retired"
      ? await retireInstallation(deps, agent, input)
      : await changeState(deps, agent, { ...input, to }, hooks.onInService);
  if (!result.ok) return showRefusal(c, deps, hooks, { to: retires ? "retired" : to, day: jour, errors: [] }, result.error);
  const name = await readAuthority(deps.db, agent.authorityId, async (reader) => (await installationById(reader, id))?.name);
  setFlash(c, "success", t.moves.done(name ?? "", t.states[retires ? "retired" : to].toLowerCase()));
  return c.redirect(`/parc/${id}`, 303);
}

function showRefusal(
  c: AppContext,
  deps: Deps,
  hooks: InventoryHooks,
  asked: RefusedMove,
  refusal: MoveInstallationRefusal,
): Promise<Response> {
  const language = c.get("language");
  const { moves: t, states } = inventoryTexts(language);
  const onDay = (message: string): Promise<Response> =>
    showInstallation(c, deps, hooks, { ...asked, errors: [{ field: "jour", message }] }, 422);
  switch (refusal.kind) {
    case "not-allowed":
      return forbidden(c);
    case "not-found":
      return notFound(c);
    case "day-in-future":
      return onDay(t.issues["day-in-future"]);
    case "day-before-service":
      return onDay(t.issues["day-before-service"](formatDate(refusal.inServiceOn, language)));
    case "not-possible":
      return showInstallation(
        c,
        deps,
        hooks,
        { ...asked, notice: t.issues["not-possible"](states[refusal.from], states[refusal.to]) },
        409,
      );
    case "stale": {
      const who = refusal.change?.byName ?? t.somebody;
      return showInstallation(c, deps, hooks, { ...asked, notice: t.issues.stale(who, states[refusal.current.state]) }, 409);
    }
  }
}

function stateTyped(text: string): RefusedMove["to"] {
  return isState(text) ? text : "in-service";
}
