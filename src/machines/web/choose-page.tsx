import type { JSX } from "hono/jsx/jsx-runtime";
import type { NamedSoftware } from "#src/catalogue/public.ts";
import type { Language } from "#src/kernel/language.ts";
import { FilterBar } from "#src/platform/ui/filter-bar.tsx";
import { ActionForm } from "#src/platform/ui/form.tsx";
import { Stack } from "#src/platform/ui/layout.tsx";
import { Link } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { DataTable, ListRegion } from "#src/platform/ui/table.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { FreedomTag } from "./frame.tsx";
import { machineTexts } from "./texts.ts";

const PATH = "/parc/postes/non-reconnus";

export type ChoosePageProps = {
  readonly language: Language;
  readonly packageKey: string;
  readonly search: string;
  readonly found: readonly NamedSoftware[];
  readonly refused?: string | undefined;
};

/** Which software of the catalogue a package is: searched, then said in one click. */
export function ChoosePage({ language, packageKey, search, found, refused }: ChoosePageProps): JSX.Element {
  const t = machineTexts(language).unmapped;
  const { machine } = machineTexts(language);
  return (
    <Stack>
      <Title title={t.chooseTitle(packageKey)} />
      {refused !== undefined && (
        <Notice kind="danger" live>
          <p>{refused}</p>
        </Notice>
      )}
      <ListRegion id="logiciels">
        <FilterBar
          action={`${PATH}/choisir`}
          search={{ name: "recherche", label: t.chooseSearch, value: search }}
          keep={{ paquet: packageKey }}
        />
        <DataTable
          caption={t.chooseSearch}
          rows={found}
          empty={search === "" ? <p class="soft">{t.chooseHint}</p> : <NoneOfThatName language={language} search={search} />}
          columns={[
            { key: "logiciel", label: machine.softwareName, render: ({ slug, name }) => <Link href={`/catalogue/${slug}`}>{name}</Link> },
            { key: "licence", label: machine.freedom, render: ({ free }) => <FreedomTag free={free} language={language} /> },
            {
              key: "choisir",
              label: t.what,
              acts: true,
              render: ({ slug, name }) => (
                <ActionForm action={`${PATH}/choix`} fields={{ paquet: packageKey, logiciel: slug }} variant="secondary" size="sm">
                  {t.itIs(name)}
                </ActionForm>
              ),
            },
          ]}
        />
      </ListRegion>
      <ActionForm action={`${PATH}/choix`} fields={{ paquet: packageKey }} variant="tertiary">
        {t.part}
      </ActionForm>
    </Stack>
  );
}

function NoneOfThatName({ language, search }: { language: Language; search: string }): JSX.Element {
  const t = machineTexts(language).unmapped;
  return (
    <p class="soft">
      {t.chooseNone} <Link href={`/catalogue/nouveau?${new URLSearchParams({ nom: search.slice(0, 100).toWellFormed() })}`}>{t.addIt}</Link>
    </p>
  );
}
