import type { Block, TableBlock, TextDocument } from "./model.ts";

/** The body of a document as OpenDocument XML (ODF 1.3): `content.xml`. Its styles are those of odt-styles.ts. */
export function odtContent({ title, blocks }: TextDocument): string {
  const tables = blocks.filter((block) => block.kind === "table");
  const body = blocks.map((block) => (block.kind === "table" ? table(block, tables.indexOf(block) + 1) : other(block))).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3">
<office:automatic-styles>${CELL_STYLES}${tables.map((block, index) => columnStyles(block, index + 1)).join("")}</office:automatic-styles>
<office:body><office:text>${heading(1, title)}${body}</office:text></office:body>
</office:document-content>`;
}

const border = (colour: string): string => `fo:padding="0.12cm" fo:border="none" fo:border-bottom="0.5pt solid ${colour}"`;
const CELL_STYLES = `<style:style style:name="CellHead" style:family="table-cell"><style:table-cell-properties fo:background-color="#f4f1ec" ${border("#2b4257")}/></style:style><style:style style:name="CellBody" style:family="table-cell"><style:table-cell-properties ${border("#c9c4bb")}/></style:style><style:style style:name="Wide" style:family="table"><style:table-properties table:align="margins" fo:margin-bottom="0.4cm"/></style:style><style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"/></style:style>`;

function columnStyles({ columns }: TableBlock, number: number): string {
  return columns
    .map(
      ({ share = 1 }, index) =>
        `<style:style style:name="T${number}C${index + 1}" style:family="table-column"><style:table-column-properties style:rel-column-width="${Math.round(share * 1000)}*"/></style:style>`,
    )
    .join("");
}

function other(block: Exclude<Block, TableBlock>): string {
  switch (block.kind) {
    case "heading":
      return heading(block.level, block.text);
    case "paragraph":
      return paragraph(block.tone === "lead" ? "Lead" : block.tone === "note" ? "Note" : "Text_20_body", block.text);
    case "quote":
      return paragraph("Quotations", block.text) + (block.source === undefined ? "" : paragraph("Source", block.source));
    case "list":
      return `<text:list text:style-name="List_20_1">${block.items.map((item) => `<text:list-item>${paragraph("List_20_Contents", item)}</text:list-item>`).join("")}</text:list>`;
    case "definitions":
      return block.items
        .map(({ term, value }) => `<text:p text:style-name="Definition">${strong(term)}<text:tab/>${inline(value)}</text:p>`)
        .join("");
    case "notice": {
      const title = block.title === undefined ? "" : `${strong(block.title)}<text:line-break/>`;
      return `<text:p text:style-name="${block.tone === "warning" ? "Warning" : "Notice"}">${title}${inline(block.text)}</text:p>`;
    }
    case "code":
      return paragraph("Preformatted_20_Text", block.text);
  }
}

/** The caption comes before the table, and the table bears it as its title for those who hear it. */
function table({ caption, columns, rows, total }: TableBlock, number: number): string {
  const column = columns.map((_, index) => `<table:table-column table:style-name="T${number}C${index + 1}"/>`).join("");
  const head = columns
    .map(({ label, align }) => cell("CellHead", align === "end" ? "Table_20_Heading_20_End" : "Table_20_Heading", inline(label)))
    .join("");
  const body = rows.map((row, index) => tableRow(columns, row, total === true && index === rows.length - 1)).join("");
  return `${paragraph("Caption", caption)}<table:table table:name="Table${number}" table:style-name="Wide">${TABLE_TITLE(caption)}${column}<table:table-header-rows><table:table-row>${head}</table:table-row></table:table-header-rows>${body}</table:table>`;
}

const TABLE_TITLE = (caption: string): string => `<table:title>${escapeXml(caption)}</table:title>`;

function tableRow(columns: TableBlock["columns"], row: readonly string[], total: boolean): string {
  const cells = row.map((value, index) =>
    cell(
      "CellBody",
      columns[index]?.align === "end" ? "Table_20_Contents_20_End" : "Table_20_Contents",
      total ? strong(value) : inline(value),
    ),
  );
  return `<table:table-row>${cells.join("")}</table:table-row>`;
}

function cell(style: string, paragraphStyle: string, content: string): string {
  return `<table:table-cell table:style-name="${style}" office:value-type="string"><text:p text:style-name="${paragraphStyle}">${content}</text:p></table:table-cell>`;
}

function heading(level: number, text: string): string {
  return `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${inline(text)}</text:h>`;
}

function paragraph(style: string, text: string): string {
  return `<text:p text:style-name="${style}">${inline(text)}</text:p>`;
}

function strong(text: string): string {
  return `<text:span text:style-name="Strong">${inline(text)}</text:span>`;
}

/** Text as ODF keeps it: line breaks, tabs and repeated spaces are elements, or they collapse. */
export function inline(text: string): string {
  return escapeXml(text)
    .replace(/ {2,}|^ | $/gm, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replaceAll("\t", "<text:tab/>")
    .replaceAll("\n", "<text:line-break/>");
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
