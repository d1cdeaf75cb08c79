import { newId } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { readForm, typed } from "#src/platform/http/form.ts";
import { keyOf } from "#src/platform/http/form-marks.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { addSoftware } from "../usecases/add-software.ts";
import { ADD_PATH, AddPage, type AddPageProps, ANOTHER } from "./add-page.tsx";
import { additionFacts } from "./correction-facts.ts";
import { ownTexts } from "./own-texts.ts";
import { errorsOf } from "./own-words-in-words.ts";
import { LONGEST_TYPED, parseWords } from "./typed-words.ts";

/** A software that no source knows, in the words of the authority. Before /catalogue/:slug. */
export function addRoutes(routes: Routes, deps: Deps): void {
  routes.get(ADD_PATH, "correct-catalogue", (c) => {
    const name = (c.req.query("nom") ?? "")
      .slice(0, LONGEST_TYPED.name)
      .replace(/[\p{Cc}\p{Cs}]/gu, " ")
      .trim();
    return showForm(c, deps, { newKey: newId(), values: { nom: name } });
  });
  routes.post(ADD_PATH, "correct-catalogue", (c) => add(c, deps));
}

async function showForm(
  c: AppContext,
  deps: Deps,
  page: Omit<AddPageProps, "language" | "facts">,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const language = c.get("language");
  const t = ownTexts(language);
  const facts = await readAuthority(deps.db, agentOfRequest(c).authorityId, additionFacts);
  const breadcrumbs = [{ label: t.catalogue, href: "/catalogue" }, { label: t.form.titleAdd }];
  return show(c, { title: t.form.titleAdd, breadcrumbs, status }, <AddPage language={language} facts={facts} {...page} />);
}

async function add(c: AppContext, deps: Deps): Promise<Response> {
  const form = await readForm(c);
  const language = c.get("language");
  const id = keyOf<string>(form);
  const again = { newKey: id, values: valuesOf(form) };
  const parsed = parseWords(form);
  if (!parsed.ok) return showForm(c, deps, { ...again, errors: errorsOf(parsed.error, language) }, 422);
  const isAnother = typed(form, ANOTHER) === "oui";
  const result = await addSoftware(deps, agentOfRequest(c), { id, isAnother, ...parsed.value });
  if (result.ok) {
    const t = ownTexts(language).done;
    setFlash(c, "success", result.value.doubts.length === 0 ? t.added : `${t.added} ${t.doubts}`);
    return c.redirect(`/catalogue/${result.value.slug}`, 303);
  }
  const { error } = result;
  if (error.kind === "not-allowed") return forbidden(c);
  if (error.kind === "wrong-words") return showForm(c, deps, { ...again, errors: errorsOf(error.issues, language) }, 422);
  return showForm(c, deps, { ...again, found: error.found }, 409);
}
