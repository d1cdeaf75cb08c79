import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { DefinitionList } from "#src/platform/ui/definition-list.tsx";
import { fieldId } from "#src/platform/ui/form-context.tsx";
import { formatDate, formatList, formatNumber } from "#src/platform/ui/format.ts";
import { Link } from "#src/platform/ui/link.tsx";
import { Meter } from "#src/platform/ui/meter.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import type { Installation } from "../domain/installation.ts";
import { factsOf, missingFacts } from "../domain/missing-facts.ts";
import { countryName } from "./country-names.ts";
import { detailsTexts } from "./details-texts.ts";
import { FreedomTag } from "./facts.tsx";
import { FIELD_OF_FACT } from "./installation-form.ts";
import { inventoryTexts } from "./texts.ts";

type Props = { readonly language: Language; readonly installation: Installation; readonly canEdit: boolean };

/** What is known, and gently what is not. */
export function KnownFacts(props: Props): JSX.Element {
  const { language } = props;
  return (
    <>
      <Sheet title={inventoryTexts(language).page.facts} aside={<Completeness {...props} />}>
        <WhatItIs {...props} />
      </Sheet>
      <Sheet title={detailsTexts(language).groups.where}>
        <Where {...props} />
      </Sheet>
    </>
  );
}

function WhatItIs({ language, installation }: Props): JSX.Element {
  const { page: t, list } = inventoryTexts(language);
  const d = detailsTexts(language);
  const { state, users, inServiceOn, retiredOn, purpose, departments, softwareVersion, layer, criticality } = installation;
  const unknown = <span class="soft">{list.unknown}</span>;
  return (
    <DefinitionList
      items={[
        { term: t.purpose, value: purpose === "" ? unknown : <span class="kept-lines">{purpose}</span> },
        { term: t.departments, value: <Names names={departments.map(({ name }) => name)} unknown={unknown} /> },
        { term: t.users, value: users === null ? unknown : formatNumber(users, language) },
        { term: t.licence, value: <Licence language={language} installation={installation} /> },
        { term: t.software, value: <CataloguePage language={language} installation={installation} /> },
        { term: d.version, value: softwareVersion === "" ? unknown : softwareVersion },
        { term: d.layer, value: d.layers[layer] },
        {
          term: d.criticality,
          value:
            criticality === null ? (
              unknown
            ) : (
              <>
                {d.criticalities[criticality]} <span class="soft small">{d.criticalityHints[criticality]}</span>
              </>
            ),
        },
        { term: d.groups.answers, value: answersIn(installation) ?? unknown },
        ...(state === "planned" || state === "pilot"
          ? []
          : [{ term: t.inServiceOn, value: inServiceOn === null ? unknown : formatDate(inServiceOn, language) }]),
        ...(retiredOn === null ? [] : [{ term: t.retiredOn, value: formatDate(retiredOn, language) }]),
      ]}
    />
  );
}

function Where({ language, installation }: Props): JSX.Element {
  const d = detailsTexts(language);
  const { hosting, hostName, dataCountry, governingLaw, personalData, personalDataKinds, registerReference } = installation;
  const unknown = <span class="soft">{inventoryTexts(language).list.unknown}</span>;
  const isElsewhere = hosting !== "on-premises";
  const laws = governingLaw.map((code) => countryName(code, language));
  const kinds = personalDataKinds.map((kind) => d.kindNames[kind]);
  return (
    <DefinitionList
      items={[
        { term: d.hosting, value: hosting === null ? unknown : d.hostings[hosting] },
        ...(hostName === "" ? [] : [{ term: d.host, value: hostName }]),
        ...(isElsewhere || dataCountry !== null
          ? [{ term: d.country, value: dataCountry === null ? unknown : countryName(dataCountry, language) }]
          : []),
        ...(isElsewhere || laws.length > 0 ? [{ term: d.laws, value: laws.length === 0 ? unknown : formatList(laws, language) }] : []),
        { term: d.groups.data, value: personalData === null ? unknown : d.personalDatas[personalData] },
        ...(kinds.length === 0 ? [] : [{ term: d.kinds, value: <Names names={kinds} unknown={unknown} /> }]),
        ...(registerReference === "" ? [] : [{ term: d.register, value: registerReference }]),
      ]}
    />
  );
}

function Licence({ language, installation: { free, softwareSlug } }: Pick<Props, "language" | "installation">): JSX.Element {
  const t = inventoryTexts(language).page;
  const source = free === null ? undefined : softwareSlug === null ? t.fromPeople : t.fromCatalogue;
  return (
    <>
      <FreedomTag free={free} language={language} /> {source !== undefined && <span class="soft small">{source}</span>}
    </>
  );
}

function CataloguePage({ language, installation: { softwareSlug, softwareName } }: Pick<Props, "language" | "installation">): JSX.Element {
  if (softwareSlug === null) return <span class="soft">{inventoryTexts(language).page.noSoftware}</span>;
  return <Link href={`/catalogue/${softwareSlug}`}>{softwareName ?? softwareSlug}</Link>;
}

function answersIn({ answerableDepartment, answerableRole }: Installation): Child | undefined {
  const parts = [answerableRole, answerableDepartment ?? ""].filter((part) => part !== "");
  return parts.length === 0 ? undefined : parts.join(", ");
}

function Names({ names, unknown }: { names: readonly string[]; unknown: JSX.Element }): JSX.Element {
  if (names.length === 0) return unknown;
  if (names.length === 1) return <>{names[0]}</>;
  return (
    <ul>
      {names.map((name) => (
        <li>{name}</li>
      ))}
    </ul>
  );
}

/** « Complété à 7 sur 12 », and where to go on. */
function Completeness({ language, installation, canEdit }: Props): JSX.Element {
  const t = detailsTexts(language);
  const missing = missingFacts(installation);
  const all = factsOf(installation).length;
  const known = all - missing.length;
  const [first] = missing;
  const names = formatList(
    missing.map((fact) => t.facts[fact]),
    language,
  );
  return (
    <div>
      <Meter ratio={known / all} text={first === undefined ? t.completeAll(all) : t.complete(known, all)} />
      {first !== undefined && (
        <div class="soft small">
          {t.missing} {names}.{" "}
          {canEdit && <Link href={`/parc/${installation.id}/modifier#${fieldId(FIELD_OF_FACT[first])}`}>{t.completeLink}</Link>}
        </div>
      )}
    </div>
  );
}
