import type { Language } from "#src/kernel/language.ts";
import { inline } from "./odt-content.ts";

type Style = {
  readonly name: string;
  readonly parent?: string;
  readonly next?: string;
  readonly level?: number;
  readonly paragraph?: string;
  readonly text?: string;
};

const SLATE = 'fo:color="#2b4257"';
const SOFT = 'fo:color="#5b6670"';
const BOLD = 'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"';
const sized = (points: number): string =>
  `fo:font-size="${points}pt" style:font-size-asian="${points}pt" style:font-size-complex="${points}pt"`;
const keep = 'fo:keep-with-next="always"';

/** Names are those that LibreOffice gives its own styles, where it has one: people can restyle the document at once. */
const STYLES: readonly Style[] = [
  { name: "Standard" },
  { name: "Text_20_body", paragraph: 'fo:margin-bottom="0.25cm" fo:line-height="120%"' },
  { name: "Heading", next: "Text_20_body", paragraph: `${keep} fo:margin-top="0.5cm" fo:margin-bottom="0.2cm"`, text: `${BOLD} ${SLATE}` },
  { name: "Heading_20_1", parent: "Heading", level: 1, text: sized(20) },
  {
    name: "Heading_20_2",
    parent: "Heading",
    level: 2,
    paragraph: 'fo:border-bottom="1pt solid #a23e20" fo:padding-bottom="0.1cm"',
    text: sized(14),
  },
  { name: "Heading_20_3", parent: "Heading", level: 3, text: sized(12) },
  { name: "Heading_20_4", parent: "Heading", level: 4, text: sized(10.5) },
  { name: "Lead", parent: "Text_20_body", text: `${BOLD} ${SLATE} ${sized(13)}` },
  { name: "Note", parent: "Text_20_body", text: `${SOFT} ${sized(9.5)}` },
  {
    name: "Quotations",
    parent: "Text_20_body",
    paragraph: 'fo:margin-left="0.5cm" fo:border-left="2pt solid #c9c4bb" fo:padding-left="0.3cm"',
    text: 'fo:font-style="italic"',
  },
  { name: "Source", parent: "Note", paragraph: 'fo:margin-left="0.9cm"' },
  { name: "List_20_Contents", paragraph: 'fo:margin-bottom="0.1cm"' },
  { name: "Definition", paragraph: 'fo:margin-left="6cm" fo:text-indent="-6cm" fo:margin-bottom="0.1cm"', text: "" },
  {
    name: "Notice",
    parent: "Text_20_body",
    paragraph: 'fo:background-color="#f4f1ec" fo:padding="0.25cm" fo:border-left="3pt solid #2b4257"',
  },
  {
    name: "Warning",
    parent: "Text_20_body",
    paragraph: 'fo:background-color="#f4f1ec" fo:padding="0.25cm" fo:border-left="3pt solid #a23e20"',
  },
  {
    name: "Preformatted_20_Text",
    paragraph: 'fo:background-color="#f4f1ec" fo:padding="0.2cm" fo:margin-bottom="0.25cm"',
    text: `style:font-name="Mono" ${sized(8)}`,
  },
  { name: "Caption", paragraph: `${keep} fo:margin-top="0.3cm" fo:margin-bottom="0.15cm"`, text: `${BOLD} ${SLATE} ${sized(9.5)}` },
  { name: "Table_20_Contents", text: sized(9.5) },
  { name: "Table_20_Contents_20_End", parent: "Table_20_Contents", paragraph: 'fo:text-align="end"' },
  { name: "Table_20_Heading", parent: "Table_20_Contents", text: BOLD },
  { name: "Table_20_Heading_20_End", parent: "Table_20_Heading", paragraph: 'fo:text-align="end"' },
  { name: "Header", paragraph: 'fo:border-bottom="0.5pt solid #c9c4bb" fo:padding-bottom="0.1cm"', text: `${SOFT} ${sized(8.5)}` },
  { name: "Footer", paragraph: 'fo:text-align="end"', text: `${SOFT} ${sized(8.5)}` },
];

function styleXml({ name, parent = "Standard", next, level, paragraph, text }: Style): string {
  const attributes = [
    `style:name="${name}"`,
    `style:display-name="${name.replaceAll("_20_", " ")}"`,
    'style:family="paragraph"',
    name === "Standard" ? "" : `style:parent-style-name="${parent}"`,
    next === undefined ? "" : `style:next-style-name="${next}"`,
    level === undefined ? "" : `style:default-outline-level="${level}" style:next-style-name="Text_20_body"`,
  ];
  const tabs = name === "Header" ? '<style:tab-stops><style:tab-stop style:position="17cm" style:type="right"/></style:tab-stops>' : "";
  const definition = name === "Definition" ? '<style:tab-stops><style:tab-stop style:position="0cm"/></style:tab-stops>' : "";
  return `<style:style ${attributes.filter(Boolean).join(" ")}><style:paragraph-properties ${paragraph ?? ""}>${tabs}${definition}</style:paragraph-properties><style:text-properties ${text ?? ""}/></style:style>`;
}

const LOCALES: Readonly<Record<Language, string>> = { fr: 'fo:language="fr" fo:country="FR"', en: 'fo:language="en" fo:country="GB"' };
const PAGES: Readonly<Record<Language, readonly [string, string]>> = { fr: ["Page ", " sur "], en: ["Page ", " of "] };

/** `styles.xml`: named styles, the language of the whole text, an A4 page with its header and its numbered footer. */
export function odtStyles(language: Language, header: { readonly start: string; readonly end: string }): string {
  const [page, of] = PAGES[language];
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3">
<office:font-face-decls><style:font-face style:name="Serif" svg:font-family="'Liberation Serif'" style:font-family-generic="roman"/><style:font-face style:name="Mono" svg:font-family="'Liberation Mono'" style:font-family-generic="modern" style:font-pitch="fixed"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties style:writing-mode="page"/><style:text-properties style:font-name="Serif" ${sized(10.5)} ${LOCALES[language]}/></style:default-style>
${STYLES.map(styleXml).join("\n")}
<text:list-style style:name="List_20_1" style:display-name="List 1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="0.8cm" fo:text-indent="-0.5cm" fo:margin-left="0.8cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2cm" fo:margin-right="2cm"/><style:header-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-bottom="0.5cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:header><text:p text:style-name="Header">${inline(header.start)}<text:tab/>${inline(header.end)}</text:p></style:header><style:footer><text:p text:style-name="Footer">${page}<text:page-number text:select-page="current">1</text:page-number>${of}<text:page-count>1</text:page-count></text:p></style:footer></style:master-page></office:master-styles>
</office:document-styles>`;
}
