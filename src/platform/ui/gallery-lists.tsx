import type { JSX } from "hono/jsx/jsx-runtime";
import { DefinitionList } from "./definition-list.tsx";
import { Details } from "./details.tsx";
import { EmptyState } from "./empty-state.tsx";
import { ExportLinks, FilterBar } from "./filter-bar.tsx";
import { formatMoney } from "./format.ts";
import { useLanguage } from "./language.tsx";
import { ButtonLink, Link } from "./link.tsx";
import { Meter } from "./meter.tsx";
import { Pagination, ResultCount } from "./pagination.tsx";
import { Sheet } from "./sheet.tsx";
import { type Column, DataTable, ListRegion } from "./table.tsx";
import { Tabs } from "./tabs.tsx";
import { Tag } from "./tag.tsx";

type Sample = { name: string; free: boolean; coverage: number; cents: number };
const ROWS: readonly Sample[] = [
  { name: "GRR", free: true, coverage: 0.92, cents: 840_000 },
  { name: "Publik", free: true, coverage: 0.81, cents: 3_100_050 },
  { name: "Booked 2.8", free: false, coverage: 0.64, cents: 0 },
];

export function ListSamples(): JSX.Element {
  const language = useLanguage();
  const columns: readonly Column<Sample>[] = [
    { key: "nom", label: "Logiciel", sortable: true, render: (row) => <Link href={`/${row.name}`}>{row.name}</Link> },
    {
      key: "licence",
      label: "Licence",
      render: (row) => <Tag tone={row.free ? "good" : "attention"}>{row.free ? "Libre" : "À vérifier"}</Tag>,
    },
    {
      key: "couverture",
      label: "Exigences couvertes",
      sortable: true,
      render: (row) => <Meter ratio={row.coverage} detail="6 essentielles sur 6" />,
    },
    { key: "cout", label: "Coût sur 5 ans", align: "end", sortable: true, render: (row) => formatMoney(row.cents, language) },
  ];
  const sort = { key: "nom", order: "croissant" as const, hrefOf: (key: string, order: string) => `?tri=${key}&ordre=${order}` };
  return (
    <>
      <Sheet title="Une liste" intro="Cherchée, filtrée, triée et paginée par son adresse.">
        <ListRegion id="liste">
          <FilterBar
            action="/_ui"
            search={{ name: "q", label: "Rechercher un logiciel" }}
            filters={[
              {
                name: "licence",
                label: "Licence",
                value: "libre",
                options: [
                  { value: "libre", label: "Libre" },
                  { value: "proprietaire", label: "Propriétaire" },
                ],
              },
            ]}
            clearHref="/_ui"
          />
          <ResultCount total={1234} noun={{ one: "logiciel", other: "logiciels" }} />
          <DataTable caption="Logiciels examinés" columns={columns} rows={ROWS} sort={sort} />
          <Pagination page={4} pages={62} hrefOf={(page) => `?page=${page}`} />
          <ExportLinks hrefs={{ csv: "/_ui.csv", ods: "/_ui.ods" }} />
        </ListRegion>
      </Sheet>
      <Sheet title="Onglets, étiquettes, définitions">
        <Tabs
          items={[
            { href: "/1", label: "Le besoin", current: true },
            { href: "/2", label: "Candidats", count: 3 },
            { href: "/3", label: "Décision" },
          ]}
        />
        <p>
          <Tag>Neutre</Tag> <Tag tone="accent">En cours</Tag> <Tag tone="good">Libre, GPL-2.0</Tag> <Tag tone="attention">En retard</Tag>
        </p>
        <DefinitionList
          items={[
            { term: "Demande", value: "Vie associative" },
            { term: "Instruit", value: "Karim Benali, DSI" },
            { term: "Garantit", value: "" },
          ]}
        />
        <Details summary="Comment ce chiffre est calculé">
          <p>Les logiciels en service déclarés, à la date dite.</p>
        </Details>
      </Sheet>
      <EmptyState
        title="Aucune demande pour l’instant"
        action={
          <ButtonLink href="/demandes/nouvelle" variant="primary">
            Dire un besoin
          </ButtonLink>
        }
      >
        <p>Ici viendront les besoins des services, et où chacun en est.</p>
      </EmptyState>
      <Sheet title="Une liste vide">
        <DataTable caption="Vide" columns={columns} rows={[]} />
      </Sheet>
    </>
  );
}
