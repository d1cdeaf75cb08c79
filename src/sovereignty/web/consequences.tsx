import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { counted, formatDate, formatList, formatMoney, formatNumber } from "#src/platform/ui/format.ts";
import { Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { type Column, DataTable } from "#src/platform/ui/table.tsx";
import type { WaysOut } from "../db/replacements.ts";
import type { Hit, HitContract, Impact, LostSkill } from "../domain/impact.ts";
import { whatIfTexts } from "./what-if-texts.ts";
import { namesOf } from "./what-if-words.ts";

type Props = { readonly language: Language; readonly impact: Impact };

/** Drawn at most: what is longer is in the export. */
const MOST_SHOWN = 200;

export function WhoIsHit({ language, impact }: Props): JSX.Element {
  const t = whatIfTexts(language);
  const departmentsOf = ({ node }: Hit): string =>
    node.departments.length === 0 ? t.who.noDepartment : namesOf(node.departments, language);
  const howOf = ({ through }: Hit): string =>
    through.length === 0 ? t.who.direct : t.who.through(through.map(({ name }) => name).join(" › "));
  return (
    <Sheet title={t.who.title}>
      <DataTable
        caption={t.who.caption}
        rows={impact.hits.slice(0, MOST_SHOWN)}
        columns={[
          installationColumn(t.who.installation),
          { key: "comment", label: t.who.how, render: howOf },
          { key: "services", label: t.who.departments, render: departmentsOf },
          {
            key: "utilisateurs",
            label: t.who.users,
            align: "end",
            render: ({ node }) => (node.users === null ? t.who.unknown : formatNumber(node.users, language)),
          },
        ]}
      />
      <h3>{t.departmentsTitle}</h3>
      <ul>
        {impact.departments.map(({ name, installations }) => (
          <li>{t.departmentLine(name, counted(installations, t.installationNoun, language))}</li>
        ))}
      </ul>
    </Sheet>
  );
}

function installationColumn<Row extends Pick<Hit, "node">>(label: string): Column<Row> {
  return { key: "installation", label, rowHeader: true, render: ({ node }) => <Link href={`/parc/${node.id}`}>{node.name}</Link> };
}

export function WhatIsCommitted({ language, impact }: Props): JSX.Element {
  const t = whatIfTexts(language).contracts;
  const { contracts } = impact;
  if (contracts.length === 0) return <Sheet title={t.title}>{t.none}</Sheet>;
  const sumOf = (of: (contract: HitContract) => number | null): string =>
    formatMoney(
      contracts.reduce((sum, contract) => sum + (of(contract) ?? 0), 0),
      language,
    );
  const unknown = contracts.filter(({ remaining }) => remaining === null).length;
  const rises = contracts.some(({ rise }) => rise !== null);
  const amount = (cents: number | null): string => (cents === null ? t.unknown : formatMoney(cents, language));
  const noticeOf = ({ noticeBy, noticeIsPast }: HitContract): string => {
    if (noticeBy === null) return t.noNotice;
    const day = formatDate(noticeBy, language);
    return noticeIsPast ? t.past(day) : day;
  };
  return (
    <Sheet title={t.title} intro={t.reckoned}>
      <p>
        {rises ? t.sumRise(sumOf(({ rise }) => rise)) : t.sum(sumOf(({ remaining }) => remaining))}{" "}
        {unknown > 0 && t.unknowns(counted(unknown, t.unknownNoun, language))}
      </p>
      <DataTable
        caption={t.caption}
        rows={contracts}
        columns={[
          {
            key: "contrat",
            label: t.contract,
            rowHeader: true,
            render: ({ id, title }) => <Link href={`/parc/contrats/${id}`}>{title}</Link>,
          },
          { key: "fournisseur", label: t.supplier, render: ({ supplierName }) => supplierName },
          { key: "preavis", label: t.notice, render: noticeOf },
          { key: "fin", label: t.ends, render: ({ endsOn }) => (endsOn === null ? t.noEnd : formatDate(endsOn, language)) },
          { key: "reste", label: t.remaining, align: "end", render: ({ remaining }) => amount(remaining) },
          ...(rises ? [{ key: "hausse", label: t.rise, align: "end" as const, render: ({ rise }: HitContract) => amount(rise) }] : []),
        ]}
      />
    </Sheet>
  );
}

export function WhatIsLost({ language, lost }: { language: Language; lost: readonly LostSkill[] }): JSX.Element {
  const t = whatIfTexts(language).lost;
  return (
    <Sheet title={t.title}>
      <DataTable
        caption={t.caption}
        rows={lost.slice(0, MOST_SHOWN)}
        columns={[
          installationColumn(t.installation),
          { key: "savoir", label: t.ability, render: ({ ability }) => t.abilities[ability] ?? ability },
          {
            key: "reste",
            label: t.left,
            render: ({ left }) => (left.length === 0 ? <strong>{t.nobody}</strong> : namesOf(left, language)),
          },
        ]}
      />
    </Sheet>
  );
}

export function WhereToGo({ language, ways }: { language: Language; ways: readonly WaysOut[] }): JSX.Element {
  const t = whatIfTexts(language).waysOut;
  if (ways.length === 0) {
    return (
      <Sheet title={t.title}>
        <p>{t.unknown}</p>
      </Sheet>
    );
  }
  return (
    <Sheet title={t.title} intro={t.intro}>
      <DataTable
        caption={t.title}
        rows={ways}
        columns={[
          {
            key: "logiciel",
            label: t.software,
            rowHeader: true,
            render: ({ slug, name }) => <Link href={`/catalogue/${slug}`}>{name}</Link>,
          },
          { key: "remplacant", label: t.replacements, render: ({ replacements }) => <Replacements of={replacements} none={t.none} /> },
          { key: "fournisseurs", label: t.suppliers, render: ({ suppliers }) => formatList(suppliers, language) || t.noSupplier },
        ]}
      />
    </Sheet>
  );
}

function Replacements({ of, none }: { of: WaysOut["replacements"]; none: string }): JSX.Element {
  if (of.length === 0) return <span class="soft">{none}</span>;
  return (
    <>
      {of.map(({ slug, name }, index) => (
        <>
          {index > 0 && ", "}
          <Link href={`/catalogue/${slug}`}>{name}</Link>
        </>
      ))}
    </>
  );
}
