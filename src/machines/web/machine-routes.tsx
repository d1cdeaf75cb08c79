import { z } from "zod";
import { departmentsOf } from "#src/authorities/public.ts";
import { isUuid } from "#src/kernel/ids.ts";
import { type AuthorityReader, readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { field, parseForm, readForm } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { changesOf, installedPackages, machineById, packageNumbersOf } from "../db/machine-pages.ts";
import { overridesOf } from "../db/overrides.ts";
import { silentBefore } from "../domain/silence.ts";
import { placeMachine } from "../usecases/place-machine.ts";
import { removeMachine } from "../usecases/remove-machine.ts";
import { MachinePage, type MachinePageProps } from "./machine-page.tsx";
import { machineTexts } from "./texts.ts";

const MOST_CHANGES = 20;
const PLACE = z.object({ service: field.optionalId() });

export function machineRoutes(routes: Routes, deps: Deps): void {
  routes.get("/parc/postes/:id", "read-inventory", (c) => showMachine(c, deps));
  routes.post("/parc/postes/:id/service", "manage-inventory", (c) => place(c, deps));
  routes.post("/parc/postes/:id/retrait", "manage-settings", (c) => remove(c, deps));
}

async function showMachine(c: AppContext, deps: Deps, errors?: MachinePageProps["errors"], status: 200 | 422 = 200): Promise<Response> {
  const agent = agentOfRequest(c);
  const id = c.req.param("id");
  const read = isUuid(id) ? await readAuthority(deps.db, agent.authorityId, (reader) => readPage(reader, id)) : undefined;
  if (read === undefined) return notFound(c);
  const language = c.get("language");
  const t = machineTexts(language);
  const title = read.machine.name || t.machine.unnamed;
  const breadcrumbs = [{ label: t.crumb, href: "/parc" }, { label: t.title, href: "/parc/postes" }, { label: title }];
  const page = <MachinePage language={language} agent={agent} errors={errors} silentBefore={silentBefore(deps.now())} {...read} />;
  return show(c, { title, breadcrumbs, status }, page);
}

type Read = Pick<MachinePageProps, "machine" | "software" | "unmapped" | "changes" | "departments">;

async function readPage(reader: AuthorityReader, id: string): Promise<Read | undefined> {
  const machine = await machineById(reader, id);
  const numbers = await packageNumbersOf(reader, id);
  if (machine === undefined || numbers === undefined) return undefined;
  const changes = await changesOf(reader, id, MOST_CHANGES);
  const changed = changes.flatMap(({ appeared, disappeared }) => [...appeared, ...disappeared]);
  const packages = await installedPackages(reader, [...new Set([...numbers.counted, ...numbers.unmapped, ...changed])]);
  const overrides = await overridesOf(reader);
  const here = new Set([...numbers.counted, ...numbers.unmapped]);
  const unknown = new Set(numbers.unmapped);
  const names = new Map(packages.map((each) => [each.id, each.name]));
  const named = (ids: readonly number[]): readonly string[] =>
    [...new Set(ids.map((each) => names.get(each) ?? ""))].filter((name) => name !== "");
  const bySoftware = Map.groupBy(
    packages.filter((each) => here.has(each.id) && each.slug !== null),
    ({ slug }) => slug,
  );
  const software = [...bySoftware.values()].flatMap((all) => {
    const [first] = all;
    if (first?.slug == null) return [];
    return [{ slug: first.slug, name: first.softwareName ?? first.slug, free: first.free, packages: all }];
  });
  return {
    machine,
    software: software.sort((a, b) => a.name.localeCompare(b.name, "fr")),
    unmapped: packages.filter((each) => unknown.has(each.id) && !overrides.has(each.id)),
    changes: changes.map(({ at, appeared, disappeared }) => ({ at, appeared: named(appeared), disappeared: named(disappeared) })),
    departments: await departmentsOf(reader),
  };
}

async function place(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const language = c.get("language");
  const t = machineTexts(language).machine;
  const parsed = parseForm(PLACE, await readForm(c));
  if (!parsed.ok) return showMachine(c, deps, messagesOf(parsed.error, language), 422);
  const done = await placeMachine(deps, agentOfRequest(c), { id, departmentId: parsed.value.service });
  if (done.ok) {
    setFlash(c, "success", t.placed);
    return c.redirect(`/parc/postes/${id}`, 303);
  }
  switch (done.error.kind) {
    case "not-allowed":
      return forbidden(c);
    case "not-found":
      return notFound(c);
    case "unknown-department":
      return showMachine(c, deps, [{ field: "service", message: t.closedDepartment }], 422);
  }
}

async function remove(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const done = await removeMachine(deps, agentOfRequest(c), { id });
  if (!done.ok) return done.error.kind === "not-allowed" ? forbidden(c) : notFound(c);
  const t = machineTexts(c.get("language")).machine;
  setFlash(c, "success", t.removed(done.value.name || t.unnamed));
  return c.redirect("/parc/postes", 303);
}
