import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { apiDoor } from "#src/api/web/door.ts";
import { apiPageRoutes, apiRoutes } from "#src/api/web/routes.tsx";
import { authorityRoutes, type CreateDemonstration } from "#src/authorities/web/routes.tsx";
import { CATALOGUE_SEEN } from "#src/catalogue/public.ts";
import { catalogueRoutes } from "#src/catalogue/web/routes.tsx";
import { yearlyCosts } from "#src/contracts/public.ts";
import { contractsSection } from "#src/contracts/web/installation-section.tsx";
import { contractsRoutes } from "#src/contracts/web/routes.tsx";
import { homeRoutes } from "#src/home/web/routes.tsx";
import { installationsOfSoftware } from "#src/inventory/public.ts";
import { inventoryRoutes } from "#src/inventory/web/routes.tsx";
import { dayOf } from "#src/kernel/dates.ts";
import { mappingRules } from "#src/machines/usecases/load-mapping.ts";
import { agentRoutes } from "#src/machines/web/agent-routes.ts";
import { observedSection } from "#src/machines/web/installation-section.tsx";
import { machinesRoutes } from "#src/machines/web/routes.tsx";
import { opennessRoutes } from "#src/openness/web/routes.tsx";
import type { Deps } from "#src/platform/deps.ts";
import { ICON_PATH, ICON_SVG } from "#src/platform/http/assets.ts";
import type { AppContext, AppEnv, NavigationItem } from "#src/platform/http/context.ts";
import { forbidden, notFound, showProblem } from "#src/platform/http/errors.tsx";
import { galleryRoutes } from "#src/platform/http/gallery-routes.tsx";
import { healthRoutes } from "#src/platform/http/health.ts";
import { basics, headers, limitedBody, recognise, sameOrigin } from "#src/platform/http/middleware.ts";
import { observe } from "#src/platform/http/observe.ts";
import { type DeclaredRoute, openRoutes } from "#src/platform/http/routes.ts";
import { httpTexts } from "#src/platform/http/texts.ts";
import type { AssetUrls } from "#src/platform/ui/assets.ts";
import { startUse } from "#src/requests/public.ts";
import { requestRoutes } from "#src/requests/web/routes.tsx";
import { skillsSection } from "#src/skills/web/installation-section.tsx";
import { skillsRoutes } from "#src/skills/web/routes.tsx";
import { ownVersionOf } from "#src/sources/public.ts";
import { sourceRoutes } from "#src/sources/web/routes.tsx";
import { sourceSections } from "#src/sources/web/software-sections.tsx";
import { sovereigntySection } from "#src/sovereignty/web/installation-section.tsx";
import { sovereigntyRoutes } from "#src/sovereignty/web/routes.tsx";
import { suppliersRoutes } from "#src/suppliers/web/routes.tsx";
import { supplierSection } from "#src/suppliers/web/software-section.tsx";
import { watchRoutes } from "#src/watch/web/routes.tsx";
import { watchSections } from "#src/watch/web/software-section.tsx";

export type AppParts = {
  readonly assets: AssetUrls;
  /** Where the browser's files are, from the working folder. Undefined: they are not served (tests without a browser). */
  readonly clientFolder?: string;
  readonly createDemonstration: CreateDemonstration;
};
export type App = {
  readonly fetch: Hono<AppEnv>["fetch"];
  readonly request: Hono<AppEnv>["request"];
  readonly routes: Hono<AppEnv>["routes"];
  readonly declared: readonly DeclaredRoute[];
};

const NAVIGATION: readonly NavigationItem[] = [
  { href: "/", label: { fr: "Accueil", en: "Home" }, action: "read-requests" },
  { href: "/demandes", label: { fr: "Demandes", en: "Requests" }, action: "read-requests" },
  {
    href: "/catalogue",
    label: { fr: "Catalogue", en: "Catalogue" },
    action: "read-catalogue",
    parts: [
      { href: "/catalogue", label: { fr: "Logiciels", en: "Software" }, action: "read-catalogue" },
      { href: "/catalogue/fonctions", label: { fr: "Fonctions", en: "Functions" }, action: "read-catalogue" },
      { href: "/fournisseurs", label: { fr: "Fournisseurs", en: "Suppliers" }, action: "read-catalogue" },
      { href: "/veille", label: { fr: "Veille", en: "Watch" }, action: "read-catalogue" },
      { href: "/catalogue/nos-corrections", label: { fr: "Nos ajouts", en: "Our additions" }, action: "read-catalogue" },
      {
        href: "/catalogue/sources",
        label: { fr: "Sources", en: "Sources" },
        action: "read-catalogue",
        also: ["/catalogue/imports", "/catalogue/doublons"],
      },
    ],
  },
  {
    href: "/parc",
    label: { fr: "Parc", en: "Inventory" },
    action: "read-inventory",
    parts: [
      { href: "/parc", label: { fr: "Installations", en: "Installations" }, action: "read-inventory" },
      { href: "/parc/postes", label: { fr: "Postes et serveurs", en: "Machines" }, action: "read-inventory" },
      { href: "/parc/contrats", label: { fr: "Contrats", en: "Contracts" }, action: "read-inventory" },
      { href: "/parc/calendrier", label: { fr: "Calendrier", en: "Calendar" }, action: "read-inventory" },
      { href: "/parc/savoir-faire", label: { fr: "Savoir-faire", en: "Skills" }, action: "read-inventory" },
      { href: "/parc/part-du-libre", label: { fr: "Part du libre", en: "Share of free software" }, action: "read-inventory" },
      { href: "/parc/souverainete", label: { fr: "Souveraineté", en: "Sovereignty" }, action: "read-inventory" },
      { href: "/parc/et-si", label: { fr: "Et si…", en: "What if…" }, action: "read-inventory" },
    ],
  },
  { href: "/administration", label: { fr: "Administration", en: "Administration" }, action: "read-journal" },
];

/** The whole application on its parts: `main.ts` builds it, and so do the tests. */
export function buildApp(deps: Deps, parts: AppParts): App {
  const app = new Hono<AppEnv>();
  const { registry, middleware } = observe(deps.log);
  app.use(middleware, headers(deps.config.publicUrl), basics(parts.assets, NAVIGATION, deps.config.publicUrl));
  serveFiles(app, parts.clientFolder);
  const routes = openRoutes(app, { signIn: toSignIn, forbidden });
  healthRoutes(routes, deps, registry);
  app.use("/api/v1/*", apiDoor(deps));
  apiRoutes(routes, deps);
  agentRoutes(routes, deps, { rules: mappingRules });
  app.use(sameOrigin(deps.config.publicUrl), recognise(deps, [CATALOGUE_SEEN]), limitedBody());
  galleryRoutes(routes, deps);
  authorityRoutes(routes, deps, { createDemonstration: parts.createDemonstration });
  homeRoutes(routes, deps);
  requestRoutes(routes, deps);
  apiPageRoutes(routes, deps);
  sourceRoutes(routes, deps);
  catalogueRoutes(routes, deps, {
    installationsOf: async (reader, slug) =>
      (await installationsOfSoftware(reader, slug)).map(({ id, name, state }) => ({ id, name, state, href: `/parc/${id}` })),
    ownVersion: ownVersionOf,
    sections: async (reader, software, c) => {
      const watch = await watchSections(reader, software, c);
      const sources = await sourceSections(reader, software, c, deps.now);
      const suppliers = await supplierSection(reader, software, c);
      return { story: [sources.story, watch.story, suppliers], beside: [watch.beside, sources.beside], last: sources.last };
    },
  });
  watchRoutes(routes, deps);
  suppliersRoutes(routes, deps);
  opennessRoutes(routes, deps);
  sovereigntyRoutes(routes, deps);
  contractsRoutes(routes, deps);
  skillsRoutes(routes, deps);
  machinesRoutes(routes, deps);
  inventoryRoutes(routes, deps, {
    onInService: startUse,
    paidInstallations: async (reader) => (await yearlyCosts(reader, dayOf(deps.now()))).map(({ installationId }) => installationId),
    sections: async (reader, installation, c) => {
      const contracts = await contractsSection(reader, installation, c, dayOf(deps.now()));
      const skills = await skillsSection(reader, installation, c);
      const observed = await observedSection(reader, installation, c);
      const sovereignty = await sovereigntySection(reader, installation, c);
      return { story: [contracts, skills], beside: [observed, sovereignty] };
    },
  });
  app.notFound((c) => notFound(c));
  app.onError((fault, c) => answerFault(deps, fault, c));
  return { fetch: app.fetch, request: app.request, routes: app.routes, declared: routes.declared };
}

function serveFiles(app: Hono<AppEnv>, folder: string | undefined): void {
  app.get(ICON_PATH, (c) => c.body(ICON_SVG, 200, { "content-type": "image/svg+xml", "cache-control": "public, max-age=86400" }));
  if (folder === undefined) return;
  const immutable = "public, max-age=31536000, immutable";
  app.use("/assets/*", serveStatic({ root: folder, precompressed: true, onFound: (_, c) => c.header("cache-control", immutable) }));
}

/** Signed out: the sign-in page, which comes back here afterwards. */
function toSignIn(c: AppContext): Response {
  const { pathname, search } = new URL(c.req.url);
  const back = c.req.method === "GET" && pathname !== "/" ? `?vers=${encodeURIComponent(pathname + search)}` : "";
  return c.redirect(`/connexion${back}`, 303);
}

function answerFault(deps: Deps, fault: Error, c: AppContext): Response | Promise<Response> {
  const t = httpTexts(c.get("language"));
  if (fault instanceof HTTPException && fault.status === 403) return showProblem(c, 403, t.foreignFormTitle, t.foreignForm);
  if (fault instanceof HTTPException && fault.status === 413) return showProblem(c, 413, t.tooLargeTitle, t.tooMuchText);
  if (fault instanceof HTTPException && fault.status < 500) return showProblem(c, fault.status, t.badRequestTitle, t.badRequest);
  // Unreadable multipart bodies are the sender's: the parser says so with a TypeError.
  if (fault instanceof TypeError && c.req.method === "POST" && /form ?data|boundary|multipart/i.test(fault.message))
    return showProblem(c, 400, t.badRequestTitle, t.badRequest);
  deps.log.error({ requestId: c.get("requestId"), fault: { name: fault.name, message: fault.message, stack: fault.stack } }, "fault");
  return showProblem(c, 500, t.faultTitle, t.fault(c.get("requestId")));
}
