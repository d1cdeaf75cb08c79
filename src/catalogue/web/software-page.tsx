import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { type Definition, DefinitionList } from "#src/platform/ui/definition-list.tsx";
import { counted, formatList } from "#src/platform/ui/format.ts";
import { TwoColumns } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Tag } from "#src/platform/ui/tag.tsx";
import { Term } from "#src/platform/ui/term.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { judgeLicence } from "../domain/licences.ts";
import type { Category, Software } from "../domain/software.ts";
import { exportTexts } from "../publiccode-texts.ts";
import { licenceInWords } from "../texts.ts";
import { compareHref } from "./compare-routes.tsx";
import { FreedomTag } from "./facts.tsx";
import { hrefOf } from "./listing.ts";
import { catalogueTexts } from "./texts.ts";

/** Where the authority runs it. `state`: one of the inventory's states. */
export type InUse = { readonly id: string; readonly name: string; readonly state: string; readonly href: string };

export type SoftwareFacts = {
  readonly software: Software;
  readonly categories: readonly Category[];
  /** What it can replace, for free software; what can replace it, for the others. */
  readonly related: readonly Software[];
  /** Undefined where the inventory is not there to answer. */
  readonly inUse: readonly InUse[] | undefined;
};

/** Sheets of other slices, each under its own title. */
export type Sections = {
  readonly story: Child;
  readonly beside: Child;
  /** After all the rest: where it was learnt. */
  readonly last?: Child;
};

export type SoftwarePageProps = SoftwareFacts & {
  readonly sections?: Sections | undefined;
  readonly language: Language;
  readonly maySubmit: boolean;
  readonly mayCorrect: boolean;
};

export function SoftwarePage(props: SoftwarePageProps): JSX.Element {
  const { software, language, maySubmit, mayCorrect } = props;
  const t = catalogueTexts(language).page;
  return (
    <>
      <Title
        title={software.name}
        lead={software.description[language] || software.description[language === "fr" ? "en" : "fr"]}
        facts={[<FreedomTag free={software.free} language={language} />, software.licence, software.publisher].filter(
          (fact) => fact !== null,
        )}
        actions={
          <>
            {maySubmit && (
              <ButtonLink href={`/demandes/nouvelle?logiciel=${software.slug}`} variant="primary">
                {t.request}
              </ButtonLink>
            )}
            <ButtonLink href={compareHref([software.slug])}>{catalogueTexts(language).compare.link}</ButtonLink>
            {mayCorrect && <ButtonLink href={`/catalogue/${software.slug}/corriger`}>{t.correct}</ButtonLink>}
          </>
        }
      />
      <TwoColumns
        asideLabel={t.card}
        aside={
          <>
            <Card {...props} />
            {props.sections?.beside}
          </>
        }
      >
        <Freedom software={software} language={language} />
        {software.free === false && <Related {...props} />}
        {props.inUse !== undefined && <Usage inUse={props.inUse} language={language} />}
        {props.sections?.story}
        {software.free !== false && <Related {...props} />}
        <Uses {...props} />
        {props.sections?.last}
      </TwoColumns>
    </>
  );
}

function Freedom({ software: { free, licence, licenceSaid }, language }: { software: Software; language: Language }): JSX.Element {
  const t = catalogueTexts(language).page;
  const sentence = licence === null ? undefined : licenceInWords(judgeLicence(licence), language);
  const unknown = licenceSaid === null ? t.freedomUnknown : t.freedomUnknownWith(licenceSaid);
  const known = sentence === undefined ? (free ? t.freeWithoutLicence : t.notFree) : free ? t.yes(sentence) : t.notFreeWith(sentence);
  return (
    <Sheet title={t.freeTitle} aside={<Term definition={t.freeDefinition}>{t.freeWord}</Term>}>
      <p>{free === null ? unknown : known}</p>
      {free !== null && licence !== null && licenceSaid !== null && <p class="soft small">{t.licenceGuessed(licenceSaid)}</p>}
    </Sheet>
  );
}

function Usage({ inUse, language }: { inUse: readonly InUse[]; language: Language }): JSX.Element {
  const t = catalogueTexts(language);
  return (
    <Sheet title={t.page.inUseTitle}>
      <p>{inUse.length === 0 ? t.page.notInUse : t.page.inUse(counted(inUse.length, t.page.installations, language))}</p>
      {inUse.length > 0 && (
        <ul>
          {inUse.map(({ name, state, href }) => (
            <li>
              <Link href={href}>{name}</Link>, {t.states[state] ?? state}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

function Related({ software, related, language }: SoftwarePageProps): JSX.Element {
  const t = catalogueTexts(language).page;
  const title = software.free === false ? t.alternativesTitle : t.replacesTitle;
  if (related.length === 0) {
    return (
      <Sheet title={title}>
        <p>{software.free === false ? t.alternativesNone : t.replacesNone}</p>
        {software.free === false && (
          <p>
            <Link href={hrefOf({ search: software.terms.slice(0, 2).join(" "), free: true })}>{t.alternativesSearch}</Link>
          </p>
        )}
      </Sheet>
    );
  }
  return (
    <Sheet title={title} intro={software.free === false ? t.alternativesIntro : t.replacesIntro}>
      <ul>
        {related.map(({ slug, name, description }) => (
          <li>
            <Link href={`/catalogue/${slug}`}>{name}</Link>
            <div class="soft small">{description[language]}</div>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Uses({ software: { terms }, language }: SoftwarePageProps): JSX.Element | null {
  if (terms.length === 0) return null;
  return (
    <Sheet title={catalogueTexts(language).page.usesTitle}>
      <p>
        {terms.map((term) => [
          <Tag>
            <Link href={hrefOf({ search: term })}>{term}</Link>
          </Tag>,
          " ",
        ])}
      </p>
    </Sheet>
  );
}

function Card({ software, categories, language }: SoftwarePageProps): JSX.Element {
  const texts = catalogueTexts(language);
  const t = texts.page;
  const external = (href: string, words: Child = href.replace(/^https?:\/\/(www\.)?|\/$/g, "")): Child => (
    <Link href={href} external>
      {words}
    </Link>
  );
  const lines: readonly (Definition | false)[] = [
    software.aliases.length > 0 && { term: t.aliases, value: formatList(software.aliases, language) },
    software.publisher !== null && { term: t.publisher, value: software.publisher },
    software.platforms.length > 0 && {
      term: t.platforms,
      value: formatList(
        software.platforms.map((id) => texts.platforms[id] ?? id),
        language,
      ),
    },
    {
      term: t.categories,
      value: categories.map(({ id, label }, index) => [index > 0 && ", ", <Link href={hrefOf({ category: id })}>{label[language]}</Link>]),
    },
    software.website !== null && { term: t.website, value: external(software.website) },
    software.repository !== null && { term: t.repository, value: external(software.repository) },
    software.endoflife !== null && { term: t.endOfLife, value: external(`https://endoflife.date/${software.endoflife}`, t.endOfLifeLink) },
    software.wikidata !== null && {
      term: t.wikidata,
      value: external(`https://www.wikidata.org/wiki/${software.wikidata}`, software.wikidata),
    },
    software.free !== false && {
      term: "publiccode.yml",
      value: <Link href={`/catalogue/${software.slug}/publiccode.yml`}>{exportTexts(language).fileOfOne}</Link>,
    },
  ];
  return (
    <Sheet title={t.card}>
      <DefinitionList items={lines.filter((line) => line !== false)} />
      <p class="soft small">{t.source}</p>
    </Sheet>
  );
}
