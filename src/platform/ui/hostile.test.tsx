import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { JSX } from "hono/jsx/jsx-runtime";
import { describe, expect, it } from "vitest";
import { Arcade, MiniArcade, Threshold } from "./arcade.tsx";
import { Arch } from "./arch.tsx";
import { Breadcrumbs } from "./breadcrumbs.tsx";
import { Checkbox, CheckboxGroup, RadioGroup, SelectField } from "./choice-field.tsx";
import { Conflict } from "./conflict.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { Details } from "./details.tsx";
import { ConfirmDialog } from "./dialog.tsx";
import { EmptyState } from "./empty-state.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { CheckList, EvidenceList } from "./evidence-list.tsx";
import { DateField, Hidden, TextArea, TextField } from "./field.tsx";
import { FieldFrame } from "./field-frame.tsx";
import { Figure } from "./figure.tsx";
import { FileField, SearchField } from "./file-field.tsx";
import { ExportLinks, FilterBar } from "./filter-bar.tsx";
import { ActionForm, FieldGroup, Form, SubmitButton } from "./form.tsx";
import { Icon } from "./icon.tsx";
import { LanguageProvider } from "./language.tsx";
import { Grid, Narrow, Stack, TwoColumns, VisuallyHidden } from "./layout.tsx";
import { ButtonLink, Link } from "./link.tsx";
import { LiveMatches } from "./live-matches.tsx";
import { Masthead } from "./masthead.tsx";
import { Meter } from "./meter.tsx";
import { Notice } from "./notice.tsx";
import { MoneyField, NumberField } from "./number-field.tsx";
import { Page } from "./page.tsx";
import { Pagination, ResultCount } from "./pagination.tsx";
import { JobProgress } from "./progress.tsx";
import { Quote } from "./quote.tsx";
import { Sheet } from "./sheet.tsx";
import type { Shell } from "./shell.ts";
import { Sparkline } from "./sparkline.tsx";
import { DataTable, ListRegion } from "./table.tsx";
import { Tabs } from "./tabs.tsx";
import { Tag } from "./tag.tsx";
import { Term } from "./term.tsx";
import { htmlOf, structureOf } from "./testing.ts";
import { Timeline } from "./timeline.tsx";
import { Title } from "./title.tsx";
import { TodoList } from "./todo-list.tsx";
import { UniqueIdProvider } from "./unique-id.tsx";

const shellWith = (s: string, at: string): Shell => ({
  assets: { styles: `/${s}`, client: `/${s}`, font: `/${s}`, icon: `/${s}` },
  language: "fr",
  path: `/${s}`,
  authority: { name: s, isDemo: true, arms: at },
  nav: [{ href: at, label: s, current: false }],
  person: { name: s, href: at },
  notifications: 2,
  switchHref: at,
  version: s,
  sourceHref: at,
});

const options = (s: string) => [{ value: s, label: s, hint: s }];
const field = (s: string) => ({ name: s, label: s, hint: s, error: s });

/** Each component, with the same string everywhere a string may come from outside. */
const SAMPLES: Record<string, (s: string, at: string) => JSX.Element | null> = {
  arcade: (s, at) => (
    <>
      <Arcade gates={[{ gate: s, title: s, state: "here", conclusion: s, href: at }]} />
      <MiniArcade states={["out", "kept"]} label={s} />
      <Threshold aside={s}>{s}</Threshold>
    </>
  ),
  arch: () => <Arch state="kept" glyph={undefined} numeral={1} />,
  breadcrumbs: (s, at) => <Breadcrumbs items={[{ label: s, href: at }, { label: s }]} />,
  "choice-field": (s) => (
    <>
      <SelectField {...field(s)} options={[...options(s), { label: s, options: options(s) }]} value={s} empty={s} />
      <RadioGroup {...field(s)} options={options(s)} value={s} />
      <CheckboxGroup {...field(s)} options={options(s)} values={[s]} />
      <Checkbox {...field(s)} value={s} checked />
    </>
  ),
  conflict: (s) => (
    <Conflict changedBy={s} changedAt={s} fields={[{ label: s, yours: s, theirs: s }]}>
      {s}
    </Conflict>
  ),
  "definition-list": (s) => <DefinitionList items={[{ term: s, value: s }]} />,
  details: (s) => (
    <Details summary={s} id={s}>
      {s}
    </Details>
  ),
  dialog: (s) => (
    <ConfirmDialog label={s} title={s}>
      {s}
    </ConfirmDialog>
  ),
  "empty-state": (s) => (
    <EmptyState title={s} action={s}>
      {s}
    </EmptyState>
  ),
  "error-summary": (s) => <ErrorSummary errors={[{ field: s, message: s }]} title={s} />,
  "evidence-list": (s, at) => (
    <>
      <EvidenceList items={[{ done: true, label: s, detail: s, href: at }]} />
      <CheckList items={[{ done: false, label: s }]} />
    </>
  ),
  field: (s) => (
    <>
      <TextField {...field(s)} value={s} autocomplete={s} />
      <TextArea {...field(s)} value={s} maxLength={10} />
      <DateField {...field(s)} value={s} min={s} max={s} />
      <Hidden name={s} value={s} />
    </>
  ),
  "field-frame": (s) => (
    <FieldFrame field={field(s)} wiring={{ id: s, error: s, describedBy: s }}>
      {s}
    </FieldFrame>
  ),
  "file-field": (s) => (
    <>
      <FileField {...field(s)} accept={[s]} />
      <SearchField name={s} label={s} value={s} id={s} />
    </>
  ),
  figure: (s, at) => (
    <Figure title={s} value={s} of={s} date={s} href={at} linkText={s}>
      {s}
    </Figure>
  ),
  "filter-bar": (s, at) => (
    <>
      <FilterBar
        action={at}
        search={{ name: s, label: s, value: s }}
        filters={[{ name: s, label: s, options: options(s), value: s, empty: s }]}
        keep={{ [s]: s }}
        clearHref={at}
      >
        {s}
      </FilterBar>
      <ExportLinks hrefs={{ csv: at, ods: at, json: at }} />
    </>
  ),
  form: (s, at) => (
    <>
      <Form action={at} errors={[{ field: s, message: s }]} values={{ [s]: s }} version={s} idempotencyKey={s} id={s} label={s}>
        <FieldGroup legend={s} hint={s}>
          <TextField name={s} label={s} />
        </FieldGroup>
        <SubmitButton name={s} value={s} formAction={at} context={s}>
          {s}
        </SubmitButton>
      </Form>
      <ActionForm action={at} fields={{ [s]: s }}>
        {s}
      </ActionForm>
    </>
  ),
  icon: (s) => <Icon name="check" label={s} />,
  language: (s) => <LanguageProvider language="en">{s}</LanguageProvider>,
  layout: (s) => (
    <TwoColumns aside={s} asideLabel={s}>
      <Stack>{s}</Stack>
      <Grid>{s}</Grid>
      <Narrow>{s}</Narrow>
      <VisuallyHidden>{s}</VisuallyHidden>
    </TwoColumns>
  ),
  link: (s, at) => (
    <>
      <Link href={at} class={s} id={s} lang={s} external>
        {s}
      </Link>
      <ButtonLink href={at} id={s}>
        {s}
      </ButtonLink>
    </>
  ),
  "live-matches": (s, at) => (
    <LiveMatches src={at} name={s} param={s}>
      {s}
    </LiveMatches>
  ),
  masthead: (s, at) => <Masthead shell={shellWith(s, at)} />,
  meter: (s) => <Meter ratio={0.5} text={s} detail={s} />,
  notice: (s) => (
    <Notice title={s} kind="danger" live>
      {s}
    </Notice>
  ),
  "number-field": (s) => (
    <>
      <NumberField {...field(s)} value={s} unit={s} />
      <MoneyField {...field(s)} cents={100} unit={s} />
    </>
  ),
  page: (s, at) => (
    <Page title={s} shell={shellWith(s, at)} breadcrumbs={[{ label: s, href: at }]} flash={{ kind: "info", text: s }}>
      {s}
    </Page>
  ),
  pagination: (s, at) => (
    <>
      <Pagination page={2} pages={9} hrefOf={() => at} label={s} />
      <ResultCount total={2} noun={{ one: s, other: s }} />
    </>
  ),
  progress: (s, at) => <JobProgress id={s} label={s} state="running" done={1} total={2} detail={s} stopAction={at} refreshHref={at} />,
  quote: (s) => <Quote source={s}>{s}</Quote>,
  sheet: (s) => (
    <Sheet title={s} id={s} intro={s} aside={s}>
      {s}
    </Sheet>
  ),
  sparkline: (s) => (
    <Sparkline
      label={s}
      points={[
        { at: s, value: 1 },
        { at: s, value: 2 },
      ]}
      format={() => s}
    />
  ),
  table: (s, at) => (
    <ListRegion id={s}>
      <DataTable
        caption={s}
        columns={[{ key: s, label: s, sortable: true, render: () => s }]}
        rows={[1]}
        sort={{ key: s, order: "croissant", hrefOf: () => at }}
        empty={s}
      />
    </ListRegion>
  ),
  tabs: (s, at) => <Tabs items={[{ href: at, label: s, current: true, count: 2 }]} label={s} />,
  tag: (s) => <Tag tone="good">{s}</Tag>,
  term: (s, at) => (
    <Term definition={s} href={at} linkText={s}>
      {s}
    </Term>
  ),
  timeline: (s) => <Timeline entries={[{ at: s, title: s, by: s, id: s, children: s }]} />,
  title: (s) => <Title title={s} lead={s} facts={[s]} actions={s} />,
  "todo-list": (s, at) => (
    <TodoList items={[{ title: s, href: at, detail: s, gates: ["here"], action: { label: s, href: at }, tag: { label: s } }]} />
  ),
  "unique-id": (s) => <UniqueIdProvider>{s}</UniqueIdProvider>,
};

const PLAIN = "ordinaire";
const HOSTILE = [
  `"><script>alert(1)</script>`,
  `' onmouseover='alert(1)' x='`,
  `" onfocus="alert(1)" autofocus="`,
  "</textarea></title></option><img src=x onerror=alert(1)>",
  "<!--",
  "&quot;&lt;b&gt;",
  "javascript:alert(1)",
];

describe("strings from outside", () => {
  for (const [name, render] of Object.entries(SAMPLES)) {
    it(`stay text in ${name}`, async () => {
      const control = structureOf(await htmlOf(render(PLAIN, `/${PLAIN}`)));
      expect(control.length).toBeGreaterThan(name === "language" || name === "unique-id" ? -1 : 0);
      for (const hostile of HOSTILE) {
        const html = await htmlOf(render(hostile, `/${hostile}`));
        expect(structureOf(html)).toEqual(control);
        expect(html).not.toContain("<script>alert");
      }
    });

    it(`are never run as an address in ${name}`, async () => {
      const control = await htmlOf(render(PLAIN, "/adresse"));
      const html = await htmlOf(render(PLAIN, "javascript:alert(1)"));
      expect(control).not.toContain("javascript:");
      expect(html).not.toMatch(/="[^"]*javascript:/);
    });
  }

  it("would be seen if they broke out: the guard is not blind", () => {
    expect(structureOf(`<p title="a" onclick="b">x</p>`)).toEqual(["p title onclick", "/p"]);
    expect(structureOf("<p>&lt;script&gt;</p>")).toEqual(["p", "/p"]);
    expect(structureOf("<p><script>x</script></p>")).toEqual(["p", "script", "/script", "/p"]);
  });

  it("are tried on every component of the library", () => {
    const files = readdirSync(import.meta.dirname).filter(
      (file) => file.endsWith(".tsx") && !file.includes(".test.") && !file.startsWith("gallery"),
    );
    const components = files.filter((file) => /export .*function [A-Z]/.test(readFileSync(join(import.meta.dirname, file), "utf8")));
    expect(components.map((file) => file.replace(".tsx", "")).sort()).toEqual(Object.keys(SAMPLES).sort());
  });
});
