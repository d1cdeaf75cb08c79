import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { type Definition, DefinitionList } from "#src/platform/ui/definition-list.tsx";
import { ActionForm } from "#src/platform/ui/form.tsx";
import { counted, formatDate, formatList } from "#src/platform/ui/format.ts";
import { TwoColumns } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { type Column, DataTable } from "#src/platform/ui/table.tsx";
import { Tag } from "#src/platform/ui/tag.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { NamingSource, Service, Supplier, SupplierFacts } from "../domain/supplier.ts";
import { sirenInGroups, Website } from "./facts.tsx";
import { supplierTexts } from "./texts.ts";

/** `href`: where the authority runs it; undefined where it does not. */
export type ShownService = Service & { readonly href: string | undefined };

export type SupplierPageProps = {
  readonly language: Language;
  readonly supplier: Supplier;
  /** Those that the authority runs first. */
  readonly services: readonly ShownService[];
  readonly sources: readonly NamingSource[];
  readonly manages: boolean;
};

export function SupplierPage(props: SupplierPageProps): JSX.Element {
  const { language, supplier, services, manages } = props;
  const t = supplierTexts(language);
  const facts = [
    supplier.kind === null ? undefined : t.kinds[supplier.kind],
    supplier.place ?? undefined,
    counted(services.length, t.softwareNoun, language),
  ];
  return (
    <>
      <Title
        title={supplier.name}
        facts={facts.filter((fact) => fact !== undefined)}
        actions={manages && <ButtonLink href={`/fournisseurs/${supplier.id}/modifier`}>{t.page.edit}</ButtonLink>}
      />
      {supplier.withdrawnAt !== null && (
        <Notice kind="warning">
          <p>{t.page.withdrawn}</p>
        </Notice>
      )}
      <TwoColumns
        asideLabel={t.page.who}
        aside={
          <>
            <Who {...props} />
            <Sources {...props} />
          </>
        }
      >
        <Services {...props} />
      </TwoColumns>
    </>
  );
}

function Services(props: SupplierPageProps): JSX.Element {
  const { language, services } = props;
  const t = supplierTexts(language).page;
  if (services.length === 0) {
    return (
      <Sheet title={t.servesTitle}>
        <p>{t.servesNone}</p>
      </Sheet>
    );
  }
  const columns: readonly Column<ShownService>[] = [
    { key: "logiciel", label: t.columns.software, render: ({ slug, name }) => <Link href={`/catalogue/${slug}`}>{name}</Link> },
    { key: "chez-nous", label: t.columns.ours, render: ({ href }) => <InUse language={language} href={href} /> },
    { key: "qui", label: t.columns.said, render: (service) => <WhoSaysIt {...props} service={service} /> },
  ];
  return (
    <Sheet title={t.servesTitle} intro={`${t.caution} ${t.servesIntro}`}>
      <DataTable caption={t.serves} columns={columns} rows={services} />
    </Sheet>
  );
}

function InUse({ language, href }: { language: Language; href: string | undefined }): JSX.Element {
  const t = supplierTexts(language).page;
  if (href === undefined) return <span class="soft small">{t.notInUse}</span>;
  return (
    <Tag tone="good">
      <Link href={href}>{t.inUse}</Link>
    </Tag>
  );
}

/** What was said by hand is taken away by hand. */
function WhoSaysIt({ language, supplier, manages, service }: SupplierPageProps & { service: ShownService }): JSX.Element {
  const t = supplierTexts(language).page;
  const { slug, name, sources, byHand } = service;
  return (
    <>
      <span class="small">{formatList([...sources, ...(byHand ? [t.byHand] : [])], language)}</span>
      {manages && byHand && (
        <ActionForm
          action={`/fournisseurs/${supplier.id}/retirer`}
          fields={{ logiciel: slug }}
          variant="secondary"
          size="sm"
          context={name}
        >
          {t.remove}
        </ActionForm>
      )}
    </>
  );
}

function Who({ language, supplier }: SupplierPageProps): JSX.Element {
  const t = supplierTexts(language);
  const unknown: Child = <span class="soft">{t.page.unknown}</span>;
  const item = (fact: keyof SupplierFacts, term: string, value: Child): Definition => ({
    term,
    value:
      supplier.origin === "source" && supplier.byHand.includes(fact) ? (
        <>
          {value} <span class="soft small">({t.page.handFact})</span>
        </>
      ) : (
        value
      ),
  });
  const { siren, website, kind, place } = supplier;
  return (
    <Sheet title={t.page.who}>
      <DefinitionList
        items={[
          item("siren", t.page.siren, siren === null ? unknown : <span class="num">{sirenInGroups(siren)}</span>),
          item("website", t.page.website, website === null ? unknown : <Website href={website} />),
          item("kind", t.page.kind, kind === null ? unknown : t.kinds[kind]),
          item("place", t.page.place, place ?? unknown),
        ]}
      />
    </Sheet>
  );
}

function Sources({ language, sources }: SupplierPageProps): JSX.Element {
  const t = supplierTexts(language).page;
  return (
    <Sheet title={t.sources}>
      {sources.length === 0 ? (
        <p>{t.handOnly}</p>
      ) : (
        <ul>
          {sources.map(({ name, page, confirmedAt }) => (
            <li>
              {page === null ? (
                name
              ) : (
                <Link href={page} external>
                  {t.sourcePage(name)}
                </Link>
              )}
              {confirmedAt !== null && <div class="soft small">{t.confirmed(formatDate(confirmedAt, language))}</div>}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
