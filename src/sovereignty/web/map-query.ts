import { isUuid } from "#src/kernel/ids.ts";
import { foldedKey } from "../domain/folded-key.ts";
import type { MapView } from "../domain/map.ts";
import { GRID_PATH } from "./grid-query.ts";

export const MAP_PATH = `${GRID_PATH}/carte`;

/** What the address asks for, read leniently: what is not understood is as if it were not there. */
export function mapViewOf(url: string): MapView {
  const params = new URL(url).searchParams;
  const department = params.get("service") ?? "";
  const layer = params.get("couche") ?? "";
  const host = foldedKey((params.get("lieu") ?? "").replace(/[\p{Cc}\p{Cs}]/gu, " ").slice(0, 200));
  return {
    department: isUuid(department) ? department : undefined,
    host: host === "" ? undefined : host,
    layer: /^[a-z]{1,20}$/.test(layer) ? layer : undefined,
  };
}

export function mapHref({ department, host, layer }: MapView): string {
  const query = new URLSearchParams({
    ...(department !== undefined && { service: department }),
    ...(host !== undefined && { lieu: host }),
    ...(layer !== undefined && { couche: layer }),
  });
  return query.size === 0 ? MAP_PATH : `${MAP_PATH}?${query}`;
}
