import { z } from "zod";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { type FormValues, field, type Parsed, parseForm, readForm } from "#src/platform/http/form.ts";
import { versionOf } from "#src/platform/http/form-marks.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { COUNTERSIGNATURES } from "../../domain/authority.ts";
import { currentSettings } from "../../usecases/administration-views.ts";
import { type ChangeSettingsInput, changeSettings } from "../../usecases/change-settings.ts";
import { LONGEST_AUTHORITY_NAME } from "../authority-name.ts";
import type { Refused } from "../refused.ts";
import { SETTINGS_PATH } from "./addresses.ts";
import { BothVersions, type Said } from "./both-versions.tsx";
import { crumbs } from "./fields.tsx";
import { SettingsPage, type SettingsProps } from "./settings-page.tsx";
import { type AdministrationTexts, administrationTexts } from "./texts.ts";

const LONGEST_DELAY = 365;
const LONGEST_MONTHS = 36;
const delay = () => field.wholeNumber(1, LONGEST_DELAY);
const settingsForm = z.object({
  nom: field.line(LONGEST_AUTHORITY_NAME),
  contreseing: field.choice(COUNTERSIGNATURES),
  delai_1: delay(),
  delai_2: delay(),
  delai_3: delay(),
  delai_4: delay(),
  confirmation: field.wholeNumber(1, LONGEST_MONTHS),
  publication: field.flag(),
});

/** What the authority decides of its procedure. */
export function settingsRoutes(routes: Routes, deps: Deps): void {
  routes.get(SETTINGS_PATH, "manage-settings", (c) => showSettings(c, deps));
  routes.post(SETTINGS_PATH, "manage-settings", (c) => change(c, deps));
}

async function showSettings(
  c: AppContext,
  deps: Deps,
  refused: Refused & Pick<SettingsProps, "conflict"> = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const language = c.get("language");
  const title = administrationTexts(language).settings;
  const settings = await currentSettings(deps, agentOfRequest(c));
  const page = <SettingsPage language={language} settings={settings} {...refused} />;
  return show(c, { title, breadcrumbs: crumbs(language, { label: title }), status }, page);
}

async function change(c: AppContext, deps: Deps): Promise<Response> {
  const language = c.get("language");
  const t = administrationTexts(language);
  const form = await readForm(c);
  const values = valuesOf(form);
  const parsed = parseSettings(form);
  if (!parsed.ok) return showSettings(c, deps, { errors: messagesOf(parsed.error, language), values }, 422);
  const result = await changeSettings(deps, agentOfRequest(c), parsed.value);
  if (result.ok) {
    setFlash(c, "success", t.settingsSaved);
    return c.redirect(SETTINGS_PATH, 303);
  }
  if (result.error.kind === "not-allowed") return forbidden(c);
  const { current, last } = result.error;
  const [yours, theirs] = [inWords(parsed.value, t), inWords(current, t)];
  const conflict = <BothVersions language={language} last={last} now={deps.now()} yours={yours} theirs={theirs} />;
  return showSettings(c, deps, { values, conflict }, 409);
}

function parseSettings(form: FormValues): Parsed<ChangeSettingsInput> {
  const parsed = parseForm(settingsForm, form);
  if (!parsed.ok) return parsed;
  const { nom: name, contreseing: countersignature, delai_1, delai_2, delai_3, delai_4, confirmation, publication } = parsed.value;
  return {
    ok: true,
    value: {
      name,
      countersignature,
      targetDays: [delai_1, delai_2, delai_3, delai_4],
      confirmAfterMonths: confirmation,
      publishesDecisions: publication,
      version: versionOf(form),
    },
  };
}

function inWords(settings: Omit<ChangeSettingsInput, "version">, t: AdministrationTexts): readonly Said[] {
  const { name, countersignature, targetDays, confirmAfterMonths, publishesDecisions } = settings;
  return [
    { label: t.authorityName, value: name },
    { label: t.countersignature, value: countersignature === "required" ? t.required : t.singlePerson },
    ...targetDays.map((days, index) => ({ label: t.gates[index] ?? "", value: `${days} ${t.days}` })),
    { label: t.confirmAfter, value: `${confirmAfterMonths} ${t.months}` },
    { label: t.publishes, value: publishesDecisions ? t.yes : t.no },
  ];
}
