import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { DefinitionList } from "#src/platform/ui/definition-list.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Quote } from "#src/platform/ui/quote.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable } from "#src/platform/ui/table.tsx";
import type { Block, TextDocument } from "./model.ts";

type Heading = Extract<Block, { kind: "heading" }>;
type Section = { readonly heading: Heading | undefined; readonly blocks: readonly Block[] };

/** A document as a page shows it: each section (heading of level 2) on its sheet. Its title is the page's own, with `Title`. */
export function DocumentView({ document }: { document: TextDocument }): JSX.Element {
  return (
    <div class="stack">
      {sectionsOf(document.blocks).map(({ heading, blocks }) =>
        heading === undefined ? blocks.map(blockOf) : <Sheet title={heading.text}>{blocks.map(blockOf)}</Sheet>,
      )}
    </div>
  );
}

function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  const sections: { heading: Heading | undefined; blocks: Block[] }[] = [{ heading: undefined, blocks: [] }];
  for (const block of blocks) {
    if (block.kind === "heading" && block.level === 2) sections.push({ heading: block, blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  }
  return sections.filter(({ heading, blocks: inside }) => heading !== undefined || inside.length > 0);
}

function blockOf(block: Block): JSX.Element {
  switch (block.kind) {
    case "heading":
      return block.level === 4 ? <h4>{block.text}</h4> : <h3>{block.text}</h3>;
    case "paragraph":
      return <Paragraph tone={block.tone}>{block.text}</Paragraph>;
    case "quote":
      return <Quote source={block.source}>{block.text}</Quote>;
    case "list":
      return (
        <ul>
          {block.items.map((item) => (
            <li class="kept-lines">{item}</li>
          ))}
        </ul>
      );
    case "definitions":
      return <DefinitionList items={block.items.map(({ term, value }) => ({ term, value: <span class="kept-lines">{value}</span> }))} />;
    case "table":
      return <Table block={block} />;
    case "notice":
      return (
        <Notice kind={block.tone} title={block.title}>
          <p class="kept-lines">{block.text}</p>
        </Notice>
      );
    case "code":
      return (
        <p>
          <code class="kept-lines">{block.text}</code>
        </p>
      );
  }
}

function Paragraph({ tone, children }: { tone: "lead" | "note" | undefined; children?: Child }): JSX.Element {
  if (tone === "note") return <p class="soft small kept-lines">{children}</p>;
  return <p class="kept-lines">{tone === "lead" ? <strong>{children}</strong> : children}</p>;
}

function Table({ block }: { block: Extract<Block, { kind: "table" }> }): JSX.Element {
  const last = block.rows.length - 1;
  const columns = block.columns.map(({ label, align }, index) => ({
    key: String(index),
    label,
    align,
    render: (row: Row): Child => <Cell strong={block.total === true && row.index === last}>{row.cells[index] ?? ""}</Cell>,
  }));
  return <DataTable caption={block.caption} showCaption columns={columns} rows={block.rows.map((cells, index) => ({ cells, index }))} />;
}

type Row = { readonly cells: readonly string[]; readonly index: number };

function Cell({ strong, children }: { strong: boolean; children?: Child }): JSX.Element {
  return strong ? <strong class="kept-lines">{children}</strong> : <span class="kept-lines">{children}</span>;
}
