import { describe, expect, it } from "vitest";
import { FilterBar } from "./filter-bar.tsx";
import { always, kept } from "./kept.tsx";
import { LanguageProvider, useUiTexts } from "./language.tsx";
import { type Column, DataTable } from "./table.tsx";
import { htmlOf } from "./testing.ts";

type Thing = { readonly name: string };

describe("markup that depends on one object", () => {
  it("is made once for the object and the language, and is that of no other", async () => {
    let made = 0;
    const Named = kept(({ name }: Thing, language) => {
      made++;
      return <b lang={language}>{name}</b>;
    });
    const [one, same] = [{ name: "GRR" }, { name: "GRR" }];
    const show = (of: Thing, language: "fr" | "en") =>
      htmlOf(
        <LanguageProvider language={language}>
          <Named of={of} />
        </LanguageProvider>,
      );
    expect([await show(one, "fr"), await show(one, "fr"), await show(one, "en")]).toEqual([
      `<b lang="fr">GRR</b>`,
      `<b lang="fr">GRR</b>`,
      `<b lang="en">GRR</b>`,
    ]);
    expect(made).toBe(2);
    await show(same, "fr");
    expect(made).toBe(3);
  });

  it("is written as any other: what comes from outside stays text, and its parts speak the language of the page", async () => {
    const Link = kept(({ name }: Thing) => <Words name={name} />);
    const hostile = { name: `<script>alert("1")</script>` };
    const html = (language: "fr" | "en") =>
      htmlOf(
        <LanguageProvider language={language}>
          <Link of={hostile} />
        </LanguageProvider>,
      );
    for (const language of ["en", "fr", "en"] as const) {
      expect(await html(language)).not.toContain("<script>");
      expect(await html(language)).toContain(language === "fr" ? "Rechercher" : "Search");
    }
  });

  it("may be the same on every page of a language", async () => {
    const Mark = always((language) => <i>{language}</i>);
    expect(await htmlOf(<LanguageProvider language="en">{[<Mark />, <Mark />]}</LanguageProvider>)).toBe("<i>en</i><i>en</i>");
  });
});

function Words({ name }: Thing) {
  const t = useUiTexts();
  return (
    <p title={name}>
      {t.search} {name}
    </p>
  );
}

describe("a cell that depends on one object", () => {
  const line = { name: "GRR" };
  const rows = [{ line, why: "a" }];
  const columnOf = (label: string, dependsOn?: (row: (typeof rows)[number]) => object): Column<(typeof rows)[number]> => ({
    key: "nom",
    label,
    dependsOn,
    render: ({ line: { name }, why }) => `${label} ${name} ${why}`,
  });

  it("is made once for its column, and another column of the same object is another cell", async () => {
    const [first, second] = [columnOf("Un", ({ line }) => line), columnOf("Deux", ({ line }) => line)];
    const table = (why: string) => htmlOf(<DataTable caption="c" columns={[first, second]} rows={[{ line, why }]} />);
    expect(await table("a")).toContain(`<th scope="row">Un GRR a</th><td data-label="Deux">Deux GRR a</td>`);
    expect(await table("b")).toContain("Un GRR a");
  });

  it("is made for each row where nothing says what it depends on", async () => {
    const html = await htmlOf(<DataTable caption="c" columns={[columnOf("Un")]} rows={[...rows, { line, why: "b" }]} />);
    expect(html).toContain("Un GRR a");
    expect(html).toContain("Un GRR b");
  });
});

describe("a filter that is the same for every page", () => {
  it("shows what is chosen once something is", async () => {
    const filter = { name: "f", label: "Filtre", options: [{ value: "a", label: "A" }], constant: true };
    const bar = (value?: string) =>
      htmlOf(<FilterBar action="/" filters={[value === undefined ? filter : { ...filter, value, constant: false }]} />);
    const plain = await bar();
    expect(plain).not.toContain("selected");
    expect(await bar("a")).toContain(`<option value="a" selected="">A</option>`);
    expect(await bar()).toBe(plain);
  });
});
