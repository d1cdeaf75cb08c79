import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AssetUrls } from "#src/platform/ui/assets.ts";

/** The belfry, for the browser's tab. */
export const ICON_PATH = "/icon.svg";
export const ICON_SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 34 34"><rect width="34" height="34" rx="6" fill="#12283f"/><path d="M17 3 25 11v22H9V11z" fill="none" stroke="#fff" stroke-width="2" stroke-linejoin="round"/><path d="M13.5 22a3.5 3.5 0 0 1 7 0v11h-7z" fill="#fff"/><circle cx="17" cy="13.5" r="2.2" fill="#fff"/></svg>';

type Manifest = Readonly<Record<string, { readonly file: string; readonly css?: readonly string[] }>>;

/** Where the build put the browser's files. Their names carry a hash, so browsers keep them for ever. */
export function builtAssets(clientFolder: string): AssetUrls {
  const file = join(clientFolder, "manifest.json");
  if (!existsSync(file)) throw new Error(`The browser's files are not built: ${file} is missing. Run npm run build.`);
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  const addressOf = (ending: string): string => {
    const entry = Object.entries(manifest).find(([source]) => source.endsWith(ending));
    if (entry === undefined) throw new Error(`The build has no ${ending}`);
    return `/${entry[1].file}`;
  };
  return {
    styles: addressOf("styles.css"),
    client: addressOf("client.ts"),
    font: addressOf("latin-wght-normal.woff2"),
    icon: ICON_PATH,
  };
}
