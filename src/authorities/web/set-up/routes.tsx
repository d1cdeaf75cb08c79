import { signInWithPassword } from "#src/platform/auth/credentials.ts";
import type { Deps } from "#src/platform/deps.ts";
import { passCookies } from "#src/platform/http/caller.ts";
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
import { callerFrom } from "../caller.ts";
import { passwordMessages } from "../password-field.ts";
import type { Refused } from "../refused.ts";
import { keepSecret, tokenOf } from "../secret-page.ts";
import { readDetails } from "./details-form.ts";
import { DetailsPage } from "./details-page.tsx";
import { ChoosePage, type DemonstrationLink, DemonstrationPage, Matches, OTHER } from "./pages.tsx";
import { setUpTexts } from "./texts.ts";

const PATH = "/mise-en-route/:token";
/** Makes the fictitious authority; answers a sign-in link for each of its people. */
export type CreateDemonstration = () => Promise<readonly DemonstrationLink[]>;

export function setUpRoutes(routes: Routes, deps: Deps, createDemonstration: CreateDemonstration): void {
  const demonstrationFor = madeOnce((token) => spendSetUpLink(deps, token, createDemonstration));
  routes.get(PATH, "public", (c) => showStep(c, deps));
  routes.get(`${PATH}/collectivites`, "public", (c) => showMatches(c, deps));
  routes.post(PATH, "public", (c) => setUp(c, deps));
  routes.post(`${PATH}/demonstration`, "public", (c) => showDemonstration(c, demonstrationFor));
}

function pathOf(c: AppContext): string {
  return `/mise-en-route/${tokenOf(c)}`;
}

/** First the choice of an authority, then its details. */
async function showStep(c: AppContext, deps: Deps): Promise<Response> {
  if (!(await isSetUpOpen(deps, tokenOf(c)))) return notFound(c);
  keepSecret(c);
  const language = c.get("language");
  const { q = "", choix, etape } = c.req.query();
  if (etape === "details" && choix !== undefined) {
    const official = await officialOf(deps, choix);
    if (official !== undefined || choix === OTHER) return showDetails(c, official);
  }
  // Read while the person types: the first search then answers at once.
  if (q === "") loadOfficialAuthorities(deps.db).catch((err: unknown) => deps.log.error({ err }, "official authorities not loaded"));
  const matches = q.trim() === "" ? undefined : await searchOfficial(deps, q);
  const page = <ChoosePage language={language} path={pathOf(c)} query={q.slice(0, 100)} matches={matches} />;
  return show(c, { title: setUpTexts(language).title }, page);
}

async function showMatches(c: AppContext, deps: Deps): Promise<Response> {
  if (!(await isSetUpOpen(deps, tokenOf(c)))) return notFound(c);
  const matches = await searchOfficial(deps, c.req.query("q") ?? "");
  const language = c.get("language");
  return c.html(
    <LanguageProvider language={language}>
      <Matches language={language} matches={matches} />
    </LanguageProvider>,
  );
}

async function setUp(c: AppContext, deps: Deps): Promise<Response> {
  const language = c.get("language");
  const form = await readForm(c);
  const choice = typed(form, "choix");
  const official = await officialOf(deps, choice);
  if (official === undefined && choice !== OTHER) return c.redirect(pathOf(c), 303);
  const details = readDetails(form, official);
  if (!details.ok) {
    if (!(await isSetUpOpen(deps, tokenOf(c)))) return notFound(c);
    return showDetails(c, official, { errors: messagesOf(details.error, language, ownMessages(c)), values: valuesOf(form) }, 422);
  }
  const { authority, administrator } = details.value;
  const made = await setUpAuthority(deps, { token: tokenOf(c), authority, administrator: { ...administrator, language } });
  // Also when the link was used a moment ago by the same person, who pressed twice.
  const signedIn = await signInWithPassword(deps.auth, callerFrom(c, deps), administrator.email, administrator.password);
  if ("cookies" in signedIn) passCookies(c, signedIn.cookies);
  else if (!made.ok) return notFound(c);
  setFlash(c, "success", setUpTexts(language).welcome);
  return c.redirect("/", 303);
}

function showDetails(
  c: AppContext,
  official: OfficialAuthority | undefined,
  refused: Refused = {},
  status: 200 | 422 = 200,
): Promise<Response> {
  const language = c.get("language");
  const page = <DetailsPage language={language} path={pathOf(c)} official={official} {...refused} />;
  return show(c, { title: setUpTexts(language).detailsTitle, status }, page);
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

type MakeDemonstration = (token: string) => ReturnType<typeof spendSetUpLink<readonly DemonstrationLink[]>>;

/** Pressed twice: the second answer is the one that the browser shows, and the links exist only once. */
function madeOnce(make: MakeDemonstration): MakeDemonstration {
  const making = new Map<string, ReturnType<MakeDemonstration>>();
  return (token) => {
    const made = making.get(token) ?? make(token).finally(() => making.delete(token));
    making.set(token, made);
    return made;
  };
}

async function showDemonstration(c: AppContext, demonstrationFor: MakeDemonstration): Promise<Response> {
  const language = c.get("language");
  const made = await demonstrationFor(tokenOf(c));
  if (!made.ok) return notFound(c);
  keepSecret(c);
  return show(c, { title: setUpTexts(language).demoReadyTitle }, <DemonstrationPage language={language} links={made.value} />);
}
