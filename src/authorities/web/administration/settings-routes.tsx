import { z } from "zod";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { field, parseForm, readForm, typed } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { Conflict, type ConflictField } from "#src/platform/ui/conflict.tsx";
import { VERSION_FIELD } from "#src/platform/ui/form.tsx";
import { COUNTERSIGNATURES } from "../../domain/authority.ts";
import { currentSettings } from "../../usecases/administration-views.ts";
import { type ChangeSettingsInput, type ChangeSettingsRefusal, changeSettings } from "../../usecases/change-settings.ts";
import { crumbs } from "./fields.tsx";
import { SettingsPage } from "./settings-page.tsx";
import { type AdministrationTexts, administrationTexts } from "./texts.ts";

const PATH = "/administration/reglages";
const LONGEST_DELAY = 365;
const LONGEST_MONTHS = 36;
const delay = () => field.wholeNumber(1, LONGEST_DELAY);
const settingsForm = z.object({
  nom: field.line(200),
  contreseing: field.choice(COUNTERSIGNATURES),
  delai_1: delay(),
  delai_2: delay(),
  delai_3: delay(),
  delai_4: delay(),
  confirmation: field.wholeNumber(1, LONGEST_MONTHS),
  publication: field.flag(),
});
type Again = Omit<Parameters<typeof SettingsPage>[0], "language" | "settings"> & { readonly status?: 409 | 422 };

/** What the authority decides of its procedure. */
export function settingsRoutes(routes: Routes, deps: Deps): void {
  routes.get(PATH, "manage-settings", (c) => showSettings(c));

  routes.post(PATH, "manage-settings", async (c) => {
    const language = c.get("language");
    const form = await readForm(c);
    const values = valuesOf(form);
    const parsed = parseForm(settingsForm, form);
    if (!parsed.ok) return showSettings(c, { status: 422, errors: messagesOf(parsed.error, language), values });
    const { nom: name, contreseing: countersignature, delai_1, delai_2, delai_3, delai_4, confirmation, publication } = parsed.value;
    const version = typed(form, VERSION_FIELD);
    const input: ChangeSettingsInput = {
      name,
      countersignature,
      targetDays: [delai_1, delai_2, delai_3, delai_4],
      confirmAfterMonths: confirmation,
      publishesDecisions: publication,
      version: /^\d{1,9}$/.test(version) ? Number(version) : 0,
    };
    const result = await changeSettings(deps, agentOfRequest(c), input);
    if (!result.ok) {
      if (result.error.kind === "not-allowed") return forbidden(c);
      return showSettings(c, { status: 409, values, conflict: conflictOf(c, result.error, input) });
    }
    setFlash(c, "success", administrationTexts(language).settingsSaved);
    return c.redirect(PATH, 303);
  });

  function conflictOf(c: AppContext, { current, last }: Extract<ChangeSettingsRefusal, { kind: "stale" }>, typedIn: ChangeSettingsInput) {
    const t = administrationTexts(c.get("language"));
    const [yours, theirs] = [inWords(typedIn, t), inWords(current, t)];
    const fields: readonly ConflictField[] = yours
      .map(({ label, value }, index) => ({ label, yours: value, theirs: theirs[index]?.value ?? "" }))
      .filter((each) => each.yours !== each.theirs);
    return <Conflict changedBy={last?.by ?? t.nobody} changedAt={(last?.at ?? deps.now()).toISOString()} fields={fields} />;
  }

  async function showSettings(c: AppContext, { status, ...again }: Again = {}): Promise<Response> {
    const language = c.get("language");
    const title = administrationTexts(language).settings;
    const settings = await currentSettings(deps, agentOfRequest(c));
    return show(
      c,
      { title, breadcrumbs: crumbs(language, { label: title }), ...(status && { status }) },
      <SettingsPage language={language} settings={settings} {...again} />,
    );
  }
}

function inWords(
  settings: Omit<ChangeSettingsInput, "version">,
  t: AdministrationTexts,
): readonly { readonly label: string; readonly value: string }[] {
  const { name, countersignature, targetDays, confirmAfterMonths, publishesDecisions } = settings;
  return [
    { label: t.authorityName, value: name },
    { label: t.countersignature, value: countersignature === "required" ? t.required : t.singlePerson },
    ...targetDays.map((days, index) => ({ label: t.gates[index] ?? "", value: `${days} ${t.days}` })),
    { label: t.confirmAfter, value: `${confirmAfterMonths} ${t.months}` },
    { label: t.publishes, value: publishesDecisions ? t.yes : t.no },
  ];
}
