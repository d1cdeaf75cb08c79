import type { Language } from "#src/kernel/language.ts";
import { counted } from "#src/platform/ui/format.ts";
import { type MapView, NOWHERE, PREMISES, type Thing } from "../domain/map.ts";
import { GRID_PATH } from "./grid-query.ts";
import { gridTexts } from "./grid-texts.ts";
import { countryName } from "./grid-words.ts";
import { mapHref } from "./map-query.ts";
import { mapTexts } from "./map-texts.ts";
import { hrefOf, KIND_WORDS, OUR_PREMISES } from "./what-if-query.ts";

/** What a box says, and where it leads: an installation to its answers, a group nearer, the others to what follows if they cease. */
export type BoxWords = { readonly label: string; readonly href: string | undefined; readonly more: string | undefined };

export function boxWords(thing: Thing, view: MapView, language: Language): BoxWords {
  const t = mapTexts(language);
  switch (thing.kind) {
    case "installation":
      return { label: thing.node.name, href: `${GRID_PATH}/${thing.node.id}`, more: undefined };
    case "group": {
      const { by, key, members } = thing;
      const count = counted(members.length, t.noun, language);
      const where = by === "layer" ? (gridTexts(language).layers[key] ?? key) : placeName(key, members[0]?.hostName ?? "", language);
      return { label: `${where}, ${count}`, href: mapHref({ ...view, [by]: key }), more: t.nearer };
    }
    case "premises":
      return { label: t.premises, href: hrefOf({ quoi: KIND_WORDS["host-is-lost"], lieu: OUR_PREMISES }), more: t.whatIf };
    case "organisation": {
      const { name, supplier, host } = thing;
      if (supplier !== undefined)
        return { label: name, href: hrefOf({ quoi: KIND_WORDS["supplier-closes"], fournisseur: supplier }), more: t.whatIf };
      return { label: name, href: hrefOf({ quoi: KIND_WORDS["host-is-lost"], lieu: host ?? "" }), more: t.whatIf };
    }
    case "country":
      return { label: countryName(thing.code, language), href: undefined, more: undefined };
  }
}

export function placeName(key: string, hostName: string, language: Language): string {
  const t = mapTexts(language);
  return key === PREMISES ? t.premises : key === NOWHERE ? t.nowhere : hostName;
}
