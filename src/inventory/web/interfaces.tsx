import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { ActionForm } from "#src/platform/ui/form.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable } from "#src/platform/ui/table.tsx";
import type { Neighbour } from "../db/interfaces.ts";
import type { Installation } from "../domain/installation.ts";
import { detailsTexts } from "./details-texts.ts";
import { StateTag } from "./facts.tsx";

type Props = {
  readonly language: Language;
  readonly installation: Installation;
  readonly neighbours: readonly Neighbour[];
  readonly manages: boolean;
};

/** What it needs, and what depends on it. */
export function Interfaces({ language, installation, neighbours, manages }: Props): JSX.Element {
  const t = detailsTexts(language).interfaces;
  const canEdit = manages && installation.state !== "retired";
  const needs = neighbours.filter(({ needed }) => needed);
  const dependants = neighbours.filter(({ needed }) => !needed);
  return (
    <Sheet
      title={t.title}
      id="interfaces"
      intro={t.intro}
      aside={canEdit ? <ButtonLink href={`/parc/${installation.id}/interfaces/nouvelle`}>{t.add}</ButtonLink> : undefined}
    >
      <Ties language={language} id={installation.id} title={t.needs} none={t.noNeeds} ties={needs} canEdit={canEdit} />
      <Ties language={language} id={installation.id} title={t.neededBy} none={t.noNeededBy} ties={dependants} canEdit={canEdit} />
    </Sheet>
  );
}

type TiesProps = {
  readonly language: Language;
  readonly id: string;
  readonly title: string;
  readonly none: string;
  readonly ties: readonly Neighbour[];
  readonly canEdit: boolean;
};

function Ties({ language, id, title, none, ties, canEdit }: TiesProps): JSX.Element {
  const t = detailsTexts(language).interfaces;
  if (ties.length === 0)
    return (
      <>
        <h3>{title}</h3>
        <p class="soft">{none}</p>
      </>
    );
  const columns = [
    {
      key: "nom",
      label: t.software,
      rowHeader: true,
      render: ({ id: other, name, state }: Neighbour) => (
        <>
          <Link href={`/parc/${other}`}>{name}</Link> {state !== "in-service" && <StateTag state={state} language={language} />}
        </>
      ),
    },
    {
      key: "nature",
      label: t.kind,
      render: ({ kind, description }: Neighbour) => (
        <>
          {t.kinds[kind]}
          {description !== "" && <div class="soft small kept-lines">{description}</div>}
        </>
      ),
    },
    {
      key: "retirer",
      label: t.remove,
      acts: true,
      render: ({ interfaceId, name }: Neighbour) => (
        <ActionForm action={`/parc/${id}/interfaces/${interfaceId}/retirer`} variant="tertiary" size="sm" context={t.removeContext(name)}>
          {t.remove}
        </ActionForm>
      ),
    },
  ];
  return (
    <>
      <h3>{title}</h3>
      <DataTable caption={title} columns={canEdit ? columns : columns.slice(0, 2)} rows={ties} />
    </>
  );
}
