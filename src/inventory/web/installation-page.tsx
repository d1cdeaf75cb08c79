import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { DefinitionList } from "#src/platform/ui/definition-list.tsx";
import { formatDate } from "#src/platform/ui/format.ts";
import { TwoColumns } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Timeline } from "#src/platform/ui/timeline.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { Change } from "../db/changes.ts";
import type { Extension } from "../db/extensions.ts";
import type { Neighbour } from "../db/interfaces.ts";
import type { Installation } from "../domain/installation.ts";
import type { Stood } from "../domain/standing.ts";
import { detailsTexts } from "./details-texts.ts";
import { FreedomTag, StateTag } from "./facts.tsx";
import type { Sections } from "./hooks.ts";
import { Interfaces } from "./interfaces.tsx";
import { KnownFacts } from "./known-facts.tsx";
import { Moves, type RefusedMove } from "./moves.tsx";
import { inventoryTexts } from "./texts.ts";

export type InstallationPageProps = {
  readonly language: Language;
  readonly installation: Installation;
  readonly importId: string | null;
  readonly extensions: readonly Extension[];
  readonly changes: readonly Change[];
  readonly history: readonly Stood[];
  readonly neighbours: readonly Neighbour[];
  readonly sections: Sections;
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
        <KnownFacts language={language} installation={installation} canEdit={canEdit} />
        <Interfaces language={language} installation={installation} neighbours={props.neighbours} manages={manages} />
        {[...props.sections.story]}
        {manages && <Moves language={language} installation={installation} today={today} refused={refused} />}
      </TwoColumns>
    </>
  );
}

function Aside(props: InstallationPageProps): JSX.Element {
  const { language, changes, sections, history } = props;
  const t = inventoryTexts(language).page;
  return (
    <>
      <Origin {...props} />
      {[...sections.beside]}
      {history.length > 0 && (
        <Sheet title={detailsTexts(language).history}>
          <DefinitionList
            items={history.map(({ since, state }) => ({
              term: <StateTag state={state} language={language} />,
              value: detailsTexts(language)[state === "retired" ? "on" : "since"](formatDate(since, language)),
            }))}
          />
        </Sheet>
      )}
      {changes.length > 0 && (
        <Sheet title={t.journal}>
          <Timeline
            entries={changes.map(({ at, what, byName }) => ({
              at: at.toISOString(),
              title: t.changes[what] ?? detailsTexts(language).changes[what] ?? what,
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
