import type { JSX } from "hono/jsx/jsx-runtime";
import type { Software } from "#src/catalogue/public.ts";
import { dayOf } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import { Details } from "#src/platform/ui/details.tsx";
import { formatDate, formatList } from "#src/platform/ui/format.ts";
import { Link } from "#src/platform/ui/link.tsx";
import { Quote } from "#src/platform/ui/quote.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable } from "#src/platform/ui/table.tsx";
import { disagreementsOf } from "../domain/merge.ts";
import { type Origin, originsOf } from "../domain/origins.ts";
import type { Statement } from "../domain/statement.ts";
import { ownTexts } from "./own-texts.ts";
import { Reason } from "./reason.tsx";
import { sectionTexts } from "./section-texts.ts";

export type OriginProps = {
  readonly software: Software;
  readonly statements: readonly Statement[];
  readonly names: ReadonlyMap<string, string>;
  /** The source that is the reader's own authority, where it says something: its words are those retained here. */
  readonly ownSource: string | undefined;
  readonly language: Language;
};

/** Whose word each fact is; where others say otherwise, what they say; the licence in the words of its source. */
export function OriginSection({ software, statements, names, ownSource, language }: OriginProps): JSX.Element {
  const t = sectionTexts(language);
  const nameOf = (id: string): string => names.get(id) ?? id;
  const origins = originsOf(software.provenance, statements);
  const believed = new Set(origins.map(({ sourceId }) => sourceId));
  const others = [...new Set(statements.map(({ sourceId }) => sourceId))].filter((id) => !believed.has(id)).map(nameOf);
  const licence = statements.find(({ sourceId, record }) => sourceId === software.provenance.licence && record.freedom.said !== null);
  return (
    <Sheet
      title={t.originTitle}
      intro={origins.length === 0 ? undefined : t.originIntro}
      aside={<Link href="/catalogue/sources">{t.originLink}</Link>}
    >
      <DataTable
        caption={t.originCaption}
        columns={[
          { key: "source", label: t.source, render: ([first]) => nameOf(first.sourceId) },
          {
            key: "faits",
            label: t.fact,
            render: (told) =>
              formatList(
                told.map(({ field }) => t.fields[field]),
                language,
              ),
          },
          { key: "jour", label: t.saidOn, render: ([first]) => formatDate(first.saidAt, language) },
        ]}
        rows={toldTogether(origins)}
        empty={<p class="soft">{t.originNone}</p>}
      />
      {licence?.record.freedom.said != null && licence.record.freedom.said !== software.licence && (
        <p class="small">{t.licenceSaid(nameOf(licence.sourceId), licence.record.freedom.said)}</p>
      )}
      {others.length > 0 && <p class="soft small">{t.others(formatList(others, language))}</p>}
      <Disagreements {...{ statements, nameOf, ownSource, language }} />
      <Reasons {...{ statements, nameOf, ownSource, language }} />
    </Sheet>
  );
}

/** Facts of one source said on one day are one line. */
function toldTogether(origins: readonly Origin[]): readonly (readonly [Origin, ...Origin[]])[] {
  const told = new Map<string, [Origin, ...Origin[]]>();
  for (const origin of origins) {
    const key = `${origin.sourceId} ${dayOf(origin.saidAt)}`;
    const known = told.get(key);
    if (known === undefined) told.set(key, [origin]);
    else known.push(origin);
  }
  return [...told.values()];
}

type DisagreementsProps = Pick<OriginProps, "statements" | "ownSource" | "language"> & { readonly nameOf: (id: string) => string };

function Disagreements({ statements, nameOf, ownSource, language }: DisagreementsProps): JSX.Element | null {
  const t = sectionTexts(language);
  const disagreements = disagreementsOf(statements, ownSource);
  if (disagreements.length === 0) return null;
  return (
    <Details summary={t.disagreeTitle}>
      <dl class="definitions">
        {disagreements.map(({ field, said }) => (
          <div>
            <dt>{t.fields[field]}</dt>
            <dd>
              {said.map(({ sourceId, value, saidAt, chosen }) => (
                <div>
                  {t.saidBy(nameOf(sourceId), value)}
                  {chosen && <b> ({t.chosen})</b>} <span class="soft small">({formatDate(saidAt, language)})</span>
                </div>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}

/** Why other authorities of the instance say what they say. */
function Reasons({ statements, nameOf, ownSource, language }: DisagreementsProps): JSX.Element | null {
  const t = ownTexts(language).page;
  const others = statements.filter(({ sourceId, record }) => record.reason !== undefined && sourceId !== ownSource);
  if (others.length === 0) return null;
  return (
    <Details summary={t.othersTitle}>
      {others.map(({ sourceId, record, saidAt }) => (
        <Quote source={t.others(nameOf(sourceId), formatDate(saidAt, language))}>
          <Reason>{record.reason ?? ""}</Reason>
        </Quote>
      ))}
    </Details>
  );
}
