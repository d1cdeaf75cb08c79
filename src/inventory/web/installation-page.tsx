import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { DefinitionList } from "#src/platform/ui/definition-list.tsx";
import { formatDate, formatNumber } from "#src/platform/ui/format.ts";
import { TwoColumns } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Timeline } from "#src/platform/ui/timeline.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { Change } from "../db/changes.ts";
import type { Extension } from "../db/extensions.ts";
import type { Installation } from "../domain/installation.ts";
import { FreedomTag, StateTag } from "./facts.tsx";
import { Moves, type RefusedMove } from "./moves.tsx";
import { inventoryTexts } from "./texts.ts";

export type InstallationPageProps = {
  readonly language: Language;
  readonly installation: Installation;
  readonly importId: string | null;
  readonly extensions: readonly Extension[];
  readonly changes: readonly Change[];
  readonly manages: boolean;
  readonly today: string;
  /** A change of state that was just refused. */
  readonly refused?: RefusedMove | undefined;
};

export function InstallationPage(props: InstallationPageProps): JSX.Element {
  const { language, installation, manages, today, refused } = props;
  const t = inventoryTexts(language);
  const { id, name, state, free } = installation;
  const canEdit = manages && state !== "retired";
  return (
    <>
      <Title
        title={name}
        facts={[<StateTag state={state} language={language} />, <FreedomTag free={free} language={language} />]}
        actions={canEdit ? <ButtonLink href={`/parc/${id}/modifier`}>{t.page.edit}</ButtonLink> : undefined}
      />
      {refused?.notice !== undefined && (
        <Notice kind="warning" live>
          <p>{refused.notice}</p>
        </Notice>
      )}
      <TwoColumns aside={<Aside {...props} />} asideLabel={t.page.journal}>
        <Facts {...props} />
        {manages && <Moves language={language} installation={installation} today={today} refused={refused} />}
      </TwoColumns>
    </>
  );
}

function Facts({ language, installation }: InstallationPageProps): JSX.Element {
  const t = inventoryTexts(language);
  const { state, free, softwareSlug, softwareName, users, inServiceOn, retiredOn, purpose, departments } = installation;
  const unknown = <span class="soft">{t.list.unknown}</span>;
  const day = (value: string | null): Child => (value === null ? unknown : formatDate(value, language));
  const source = free === null ? undefined : softwareSlug === null ? t.page.fromPeople : t.page.fromCatalogue;
  return (
    <Sheet title={t.page.facts}>
      <DefinitionList
        items={[
          { term: t.page.purpose, value: purpose === "" ? unknown : <span class="kept-lines">{purpose}</span> },
          { term: t.page.departments, value: <Names names={departments.map((each) => each.name)} unknown={unknown} /> },
          { term: t.page.users, value: users === null ? unknown : formatNumber(users, language) },
          {
            term: t.page.licence,
            value: (
              <>
                <FreedomTag free={free} language={language} /> {source !== undefined && <span class="soft small">{source}</span>}
              </>
            ),
          },
          {
            term: t.page.software,
            value:
              softwareSlug === null ? (
                <span class="soft">{t.page.noSoftware}</span>
              ) : (
                <Link href={`/catalogue/${softwareSlug}`}>{softwareName ?? softwareSlug}</Link>
              ),
          },
          ...(state === "planned" || state === "pilot" ? [] : [{ term: t.page.inServiceOn, value: day(inServiceOn) }]),
          ...(retiredOn === null ? [] : [{ term: t.page.retiredOn, value: day(retiredOn) }]),
        ]}
      />
    </Sheet>
  );
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

function Aside(props: InstallationPageProps): JSX.Element {
  const { language, changes } = props;
  const t = inventoryTexts(language).page;
  return (
    <>
      <Origin {...props} />
      {changes.length > 0 && (
        <Sheet title={t.journal}>
          <Timeline
            entries={changes.map(({ at, what, byName }) => ({
              at: at.toISOString(),
              title: t.changes[what] ?? what,
              by: byName === null ? t.bySystem : t.by(byName),
            }))}
          />
        </Sheet>
      )}
    </>
  );
}

function Origin({ language, installation: { requestId }, extensions, importId, manages }: InstallationPageProps): JSX.Element {
  const t = inventoryTexts(language).page;
  return (
    <Sheet title={t.origin}>
      {requestId !== null && (
        <p>
          {t.request} <Link href={`/demandes/${requestId}`}>{t.seeRequest}</Link>
        </p>
      )}
      {requestId === null && importId !== null && (
        <p>
          {t.imported} {manages && <Link href={`/parc/import/${importId}`}>{t.seeImport}</Link>}
        </p>
      )}
      {requestId === null && importId === null && <p>{t.declaredBy}</p>}
      {extensions.map((extension) => (
        <p>
          {t.extended(formatDate(extension.day, language))} <Link href={`/demandes/${extension.requestId}`}>{t.seeRequest}</Link>
        </p>
      ))}
    </Sheet>
  );
}
