import { signInWithPassword } from "#src/platform/auth/credentials.ts";
import type { Deps } from "#src/platform/deps.ts";
import { callerOf, passCookies } from "#src/platform/http/caller.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import { notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { readForm, typed } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { LanguageProvider } from "#src/platform/ui/language.tsx";
import type { OfficialAuthority } from "../../domain/official-authority.ts";
import { loadOfficialAuthorities } from "../../usecases/load-official-authorities.ts";
import { officialOf, searchOfficial } from "../../usecases/search-official-authorities.ts";
import { isSetUpOpen, setUpAuthority, spendSetUpLink } from "../../usecases/set-up-authority.ts";
import { passwordMessages } from "../password-field.ts";
import { readDetails } from "./details-form.ts";
import { DetailsPage } from "./details-page.tsx";
import { ChoosePage, type DemonstrationLink, DemonstrationPage, Matches, OTHER } from "./pages.tsx";
import { setUpTexts } from "./texts.ts";

/** Makes the fictitious authority; answers a sign-in link for each of its people. */
export type CreateDemonstration = () => Promise<readonly DemonstrationLink[]>;

export function setUpRoutes(routes: Routes, deps: Deps, createDemonstration: CreateDemonstration): void {
  const tokenOf = (c: AppContext): string => c.req.param("token") ?? "";
  const pathOf = (c: AppContext): string => `/mise-en-route/${tokenOf(c)}`;

  routes.get("/mise-en-route/:token", "public", async (c) => {
    if (!(await isSetUpOpen(deps, tokenOf(c)))) return notFound(c);
    secret(c);
    const language = c.get("language");
    const { q = "", choix, etape } = c.req.query();
    if (etape === "details" && choix !== undefined) {
      const official = await officialOf(deps, choix);
      if (official !== undefined || choix === OTHER) return showDetails(c, pathOf(c), official);
    }
    // Read while the person types: the first search then answers at once.
    if (q === "") loadOfficialAuthorities(deps.db).catch((err: unknown) => deps.log.error({ err }, "official authorities not loaded"));
    const matches = q.trim() === "" ? undefined : await searchOfficial(deps, q);
    return show(
      c,
      { title: setUpTexts(language).title },
      <ChoosePage language={language} path={pathOf(c)} query={q.slice(0, 100)} matches={matches} />,
    );
  });

  routes.get("/mise-en-route/:token/collectivites", "public", async (c) => {
    if (!(await isSetUpOpen(deps, tokenOf(c)))) return notFound(c);
    const matches = await searchOfficial(deps, c.req.query("q") ?? "");
    const language = c.get("language");
    return c.html(
      <LanguageProvider language={language}>
        <Matches language={language} matches={matches} />
      </LanguageProvider>,
    );
  });

  routes.post("/mise-en-route/:token", "public", async (c) => {
    const language = c.get("language");
    const form = await readForm(c);
    const choice = typed(form, "choix");
    const official = await officialOf(deps, choice);
    if (official === undefined && choice !== OTHER) return c.redirect(pathOf(c), 303);
    const details = readDetails(form, official);
    if (!details.ok) {
      if (!(await isSetUpOpen(deps, tokenOf(c)))) return notFound(c);
      return showDetails(c, pathOf(c), official, { errors: messagesOf(details.error, language, ownMessages(c)), values: valuesOf(form) });
    }
    const { authority, administrator } = details.value;
    const made = await setUpAuthority(deps, { token: tokenOf(c), authority, administrator: { ...administrator, language } });
    // Also when the link was used a moment ago by the same person, who pressed twice.
    const signedIn = await signInWithPassword(deps.auth, callerOf(c, deps.config.trustProxy), administrator.email, administrator.password);
    if ("cookies" in signedIn) passCookies(c, signedIn.cookies);
    else if (!made.ok) return notFound(c);
    setFlash(c, "success", setUpTexts(language).welcome);
    return c.redirect("/", 303);
  });

  // Pressed twice: the second answer is the one that the browser shows, and the links exist only once.
  const making = new Map<string, ReturnType<typeof spendSetUpLink<readonly DemonstrationLink[]>>>();
  routes.post("/mise-en-route/:token/demonstration", "public", async (c) => {
    const language = c.get("language");
    const token = tokenOf(c);
    const links = making.get(token) ?? spendSetUpLink(deps, token, createDemonstration).finally(() => making.delete(token));
    making.set(token, links);
    const made = await links;
    if (!made.ok) return notFound(c);
    secret(c);
    return show(c, { title: setUpTexts(language).demoReadyTitle }, <DemonstrationPage language={language} links={made.value} />);
  });
}

function showDetails(
  c: AppContext,
  path: string,
  official: OfficialAuthority | undefined,
  refused?: Pick<Parameters<typeof DetailsPage>[0], "errors" | "values">,
): Promise<Response> {
  const language = c.get("language");
  return show(
    c,
    { title: setUpTexts(language).detailsTitle, ...(refused && { status: 422 }) },
    <DetailsPage language={language} path={path} official={official} {...refused} />,
  );
}

function ownMessages(c: AppContext): Readonly<Record<string, string>> {
  const t = setUpTexts(c.get("language"));
  return {
    ...passwordMessages(c.get("language")),
    "siren-wrong": t.sirenWrong,
    "departments-too-many": t.departmentsTooMany,
    "department-too-long": t.departmentTooLong,
  };
}

/** A page whose address or content lets somebody in is kept by no cache. */
function secret(c: AppContext): void {
  c.header("cache-control", "no-store");
}
