import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { CheckboxGroup, type Option, RadioGroup, SelectField } from "#src/platform/ui/choice-field.tsx";
import { Details } from "#src/platform/ui/details.tsx";
import { TextField } from "#src/platform/ui/field.tsx";
import type { PlacedDepartment } from "../domain/departments.ts";
import {
  CRITICALITIES,
  DATA_KINDS,
  HOST_MAX,
  HOSTINGS,
  LAYERS,
  PERSONAL_DATA,
  REGISTER_MAX,
  ROLE_MAX,
  VERSION_MAX,
} from "../domain/details.ts";
import type { Installation } from "../domain/installation.ts";
import { countryGroups } from "./country-names.ts";
import { detailsTexts } from "./details-texts.ts";
import { inventoryTexts } from "./texts.ts";

type Props = { readonly language: Language; readonly stored?: Installation | undefined };

export function VersionLayerCriticality({ language, stored }: Props): JSX.Element {
  const t = detailsTexts(language);
  return (
    <>
      <TextField
        name="version"
        label={t.version}
        hint={t.versionHint}
        value={stored?.softwareVersion}
        maxLength={VERSION_MAX}
        autocomplete="off"
        spellcheck={false}
      />
      <RadioGroup
        name="couche"
        label={t.layer}
        value={stored?.layer ?? "users"}
        mark={false}
        options={LAYERS.map((layer) => ({ value: layer, label: t.layers[layer], hint: t.layerHints[layer] }))}
      />
      <RadioGroup
        name="criticite"
        label={t.criticality}
        hint={t.criticalityHint}
        value={stored?.criticality ?? ""}
        options={[
          ...CRITICALITIES.map((each) => ({ value: each as string, label: t.criticalities[each], hint: t.criticalityHints[each] })),
          unknown(t.notSaid),
        ]}
      />
    </>
  );
}

export function WhereItRuns({ language, stored }: Props): JSX.Element {
  const t = detailsTexts(language);
  const groups = countryGroups(language);
  return (
    <>
      <RadioGroup
        name="hebergement"
        label={t.hosting}
        value={stored?.hosting ?? ""}
        options={[...HOSTINGS.map((hosting) => ({ value: hosting as string, label: t.hostings[hosting] })), unknown(t.notSaid)]}
      />
      <TextField name="hebergeur" label={t.host} hint={t.hostHint} value={stored?.hostName} maxLength={HOST_MAX} autocomplete="off" />
      <SelectField name="pays" label={t.country} empty={t.countryUnknown} value={stored?.dataCountry ?? undefined} options={groups} />
      <Details summary={t.laws} open={(stored?.governingLaw.length ?? 0) > 0}>
        <CheckboxGroup
          name="droits"
          label={t.lawsSummary}
          hint={t.lawsHint}
          values={stored?.governingLaw}
          options={groups.flatMap(({ options }) => options)}
        />
      </Details>
    </>
  );
}

export function PersonalDataFields({ language, stored }: Props): JSX.Element {
  const t = detailsTexts(language);
  return (
    <>
      <RadioGroup
        name="donnees"
        label={t.personalData}
        value={stored?.personalData ?? ""}
        options={[...PERSONAL_DATA.map((each) => ({ value: each as string, label: t.personalDatas[each] })), unknown(t.notSaid)]}
      />
      <CheckboxGroup
        name="categories"
        label={t.kinds}
        values={stored?.personalDataKinds}
        options={DATA_KINDS.map((kind) => ({ value: kind, label: t.kindNames[kind] }))}
      />
      <TextField
        name="registre"
        label={t.register}
        hint={t.registerHint}
        value={stored?.registerReference}
        maxLength={REGISTER_MAX}
        autocomplete="off"
      />
    </>
  );
}

export function WhoAnswers({ language, stored, departments }: Props & { departments: readonly PlacedDepartment[] }): JSX.Element {
  const t = detailsTexts(language);
  const { form } = inventoryTexts(language);
  const kept = stored?.answerableDepartmentId ?? null;
  const isClosed = kept !== null && departments.every(({ id }) => id !== kept);
  const closed = isClosed ? [{ value: kept as string, label: form.closedDepartment(stored?.answerableDepartment ?? "") }] : [];
  const options = [...departments.map(({ id, pathName }) => ({ value: id as string, label: pathName })), ...closed];
  return (
    <>
      <SelectField name="responsable" label={t.answerable} empty={t.answerableNone} value={kept ?? undefined} options={options} />
      <TextField name="fonction" label={t.role} hint={t.roleHint} value={stored?.answerableRole} maxLength={ROLE_MAX} autocomplete="off" />
    </>
  );
}

function unknown(label: string): Option {
  return { value: "", label };
}
