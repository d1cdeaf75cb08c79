import { mapTexts, printable, type TextDocument } from "./model.ts";
import { escapeXml, odtContent } from "./odt-content.ts";
import { odtStyles } from "./odt-styles.ts";
import { zipOf } from "./zip.ts";

export const ODT_TYPE = "application/vnd.oasis.opendocument.text";

/**
 * An OpenDocument text (ODF 1.3). Written here: odf-kit 0.13 states no language, marks no heading row and loses line breaks, and those who
 * hear a document need all three.
 */
export function odtOf(document: TextDocument): Uint8Array {
  const clean = mapTexts(document, printable);
  return zipOf(
    [
      { path: "mimetype", content: ODT_TYPE },
      { path: "content.xml", content: odtContent(clean) },
      { path: "styles.xml", content: odtStyles(clean.language, clean.header) },
      { path: "meta.xml", content: meta(clean) },
      { path: "META-INF/manifest.xml", content: MANIFEST },
    ],
    clean.date,
  );
}

function meta({ title, author, language, date }: TextDocument): string {
  const at = date.toISOString();
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta><meta:generator>Beffroi</meta:generator><dc:title>${escapeXml(title)}</dc:title><meta:initial-creator>${escapeXml(author)}</meta:initial-creator><dc:creator>${escapeXml(author)}</dc:creator><meta:creation-date>${at}</meta:creation-date><dc:date>${at}</dc:date><dc:language>${language}</dc:language></office:meta></office:document-meta>`;
}

const PARTS = ["content.xml", "styles.xml", "meta.xml"];
const MANIFEST = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${ODT_TYPE}"/>${PARTS.map((path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml"/>`).join("")}</manifest:manifest>`;
