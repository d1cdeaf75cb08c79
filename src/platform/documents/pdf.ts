import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { type Block, mapTexts, printable, type TextDocument } from "./model.ts";
import { TYPST_TEMPLATE } from "./typst-template.ts";

/** A tagged PDF for archives (PDF/A-2a, ISO 19005-2). */
export async function pdfOf(document: TextDocument): Promise<Uint8Array> {
  const compiler = await theCompiler();
  const clean = mapTexts(document, printable);
  try {
    return compile(compiler, clean);
  } catch {
    // A character that no font of this machine has: archives refuse a hole, so it is named instead.
    return compile(compiler, mapTexts(clean, named));
  }
}

type Loaded = { readonly compiler: NodeCompiler; readonly standard: string };
let loading: Promise<Loaded> | undefined;

/** Loaded at the first PDF (some 25 MB), then kept. */
function theCompiler(): Promise<Loaded> {
  loading ??= import("@myriaddreamin/typst-ts-node-compiler").then(({ NodeCompiler, PdfStandard }) => ({
    compiler: NodeCompiler.create(),
    standard: PdfStandard.A_2a,
  }));
  return loading;
}

function compile({ compiler, standard }: Loaded, document: TextDocument): Uint8Array {
  const inputs = { document: JSON.stringify(typstData(document)) };
  try {
    // The standard goes in the second argument: it is silently ignored in the first.
    return compiler.pdf({ mainFileContent: TYPST_TEMPLATE, inputs }, { pdfStandard: standard, pdfTags: true });
  } finally {
    // What was memoised three documents ago is let go.
    compiler.evictCache(3);
  }
}

const PAGES: Readonly<Record<TextDocument["language"], string>> = { fr: "Page {n} sur {of}", en: "Page {n} of {of}" };

function typstData(document: TextDocument): object {
  const { language, title, author, header, date } = document;
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return { language, title, author, header, year, month, day, pages: PAGES[language], blocks: document.blocks.map(withDefaults) };
}

/** Typst has no optional keys. */
function withDefaults(block: Block): object {
  switch (block.kind) {
    case "paragraph":
      return { tone: null, ...block };
    case "quote":
      return { source: null, ...block };
    case "notice":
      return { title: null, ...block };
    case "table":
      return {
        ...block,
        total: block.total === true,
        columns: block.columns.map(({ label, align, share }) => ({ label, end: align === "end", share: share ?? 1 })),
      };
    default:
      return block;
  }
}

// What the fonts inside the compiler have for sure.
const SURE = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{ASCII}\u00A0-\u00FF\u2010-\u2027\u2030-\u203A\u202F€№™←-↓−≠≤≥\n\t]/u;

/** « U+1F600 » in brackets for a character that may have no glyph. */
function named(text: string): string {
  return [...text.normalize("NFC")]
    .map((character) =>
      SURE.test(character) ? character : `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`,
    )
    .join("");
}
