import type { JSX } from "hono/jsx/jsx-runtime";
import type { Agent } from "#src/kernel/agent.ts";
import type { Language } from "#src/kernel/language.ts";
import { counted } from "#src/platform/ui/format.ts";
import { Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable } from "#src/platform/ui/table.tsx";
import type { InstalledPackage, ListedMachine } from "../domain/observed.ts";
import { nameKeyOf } from "../domain/package-choice.ts";
import { shownVersion } from "../domain/shown-version.ts";
import { FreedomTag } from "./frame.tsx";
import { machineTexts } from "./texts.ts";

/** A software on one machine, with the packages by which it is seen. */
export type SoftwareOfMachine = {
  readonly slug: string;
  readonly name: string;
  readonly free: boolean | null;
  readonly packages: readonly InstalledPackage[];
};
export type MachineSoftwareProps = {
  readonly language: Language;
  readonly agent: Agent;
  readonly machine: ListedMachine;
  readonly software: readonly SoftwareOfMachine[];
  readonly unmapped: readonly InstalledPackage[];
};

const MOST_UNMAPPED = 60;

/** What counts, then what nobody knows, then what is left out: each with its number. */
export function MachineSoftware(props: MachineSoftwareProps): JSX.Element {
  const { language, machine, software, unmapped } = props;
  const { machine: t, packages: noun, softwareNoun } = machineTexts(language);
  if (machine.softwareAt === null) {
    return (
      <Sheet title={t.software}>
        <p>{t.never}</p>
      </Sheet>
    );
  }
  const all = machine.counted + machine.unmapped + machine.parts;
  const intro = t.softwareIntro(counted(software.length, softwareNoun, language), counted(all, noun, language));
  return (
    <>
      <Sheet title={t.software} intro={intro}>
        <Software {...props} />
      </Sheet>
      {unmapped.length > 0 && <Unmapped {...props} />}
      <Sheet title={t.leftOut}>
        <p>{t.leftOutText(counted(all - unmapped.length - software.flatMap(({ packages }) => packages).length, noun, language))}</p>
      </Sheet>
    </>
  );
}

function Software({ language, software }: MachineSoftwareProps): JSX.Element {
  const { machine: t } = machineTexts(language);
  return (
    <DataTable
      caption={t.softwareCaption}
      rows={software}
      empty={<p class="soft">{t.none}</p>}
      columns={[
        {
          key: "logiciel",
          label: t.softwareName,
          render: ({ slug, name, packages }) => (
            <>
              <Link href={`/catalogue/${slug}`}>{name}</Link>
              <div class="soft small">{[...new Set(packages.map((each) => each.name))].join(", ")}</div>
              {packages.some(({ chosen }) => chosen) && <div class="soft small">{t.chosenHere}</div>}
            </>
          ),
        },
        {
          key: "version",
          label: t.version,
          render: ({ packages }) => [...new Set(packages.map((each) => shownVersion(each.version)))].join(", "),
        },
        { key: "licence", label: t.freedom, render: ({ free }) => <FreedomTag free={free} language={language} /> },
      ]}
    />
  );
}

function Unmapped({ language, agent, unmapped }: MachineSoftwareProps): JSX.Element {
  const { machine: t, packages: noun } = machineTexts(language);
  const manages = agent.may("manage-inventory");
  const more = unmapped.length - MOST_UNMAPPED;
  return (
    <Sheet title={t.unmapped} intro={t.unmappedIntro} aside={counted(unmapped.length, noun, language)}>
      <ul>
        {unmapped.slice(0, MOST_UNMAPPED).map(({ name, version }) => (
          <li>
            {name} <span class="soft">{shownVersion(version)}</span>{" "}
            {manages && (
              <Link href={`/parc/postes/non-reconnus/choisir?${new URLSearchParams({ paquet: nameKeyOf(name) }).toString()}`}>
                {t.sayWhat}
                <span class="visually-hidden"> {name}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p class="soft">{t.unmappedMore(counted(more, noun, language))}</p>}
    </Sheet>
  );
}
