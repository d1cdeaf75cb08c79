import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { SelectField } from "#src/platform/ui/choice-field.tsx";
import { Details } from "#src/platform/ui/details.tsx";
import { FilterBar } from "#src/platform/ui/filter-bar.tsx";
import type { PlacedDepartment } from "../domain/departments.ts";
import { CRITICALITIES, HOSTINGS, LAYERS } from "../domain/details.ts";
import { FACTS } from "../domain/missing-facts.ts";
import { STATES } from "../domain/state.ts";
import { detailsTexts } from "./details-texts.ts";
import {
  CRITICALITY_WORDS,
  FREEDOM_WORDS,
  HOSTING_WORDS,
  LAYER_WORDS,
  type Listing,
  MISSING_WORDS,
  moreFilters,
  STATE_WORDS,
  sortWord,
} from "./list-query.ts";
import { inventoryTexts } from "./texts.ts";

type FiltersProps = {
  readonly language: Language;
  readonly listing: Listing;
  readonly departments: readonly PlacedDepartment[];
  readonly clearHref: string | undefined;
};

/** The usual filters in sight, the others folded unless one of them is set. */
export function ListFilters({ language, listing, departments, clearHref }: FiltersProps): JSX.Element {
  const t = inventoryTexts(language);
  const freedoms = { free: t.free, "not-free": t.notFree, unknown: t.freeUnknown };
  return (
    <FilterBar
      action="/parc"
      search={{ name: "recherche", label: t.list.search, value: listing.search }}
      filters={[
        {
          name: "etat",
          label: t.list.state,
          empty: t.list.notRetired,
          value: listing.state === undefined ? undefined : STATE_WORDS[listing.state],
          options: [
            ...STATES.map((state) => ({ value: STATE_WORDS[state], label: t.states[state] })),
            { value: STATE_WORDS.all, label: t.list.all },
          ],
        },
        {
          name: "service",
          label: t.list.department,
          empty: t.list.allDepartments,
          value: listing.department,
          options: departments.map(({ id, pathName }) => ({ value: id, label: pathName })),
        },
        {
          name: "licence",
          label: t.list.freedom,
          empty: t.list.allFreedoms,
          value: listing.freedom === undefined ? undefined : FREEDOM_WORDS[listing.freedom],
          options: (["free", "not-free", "unknown"] as const).map((freedom) => ({
            value: FREEDOM_WORDS[freedom],
            label: freedoms[freedom],
          })),
        },
      ]}
      keep={{
        tri: listing.sort === "name" ? undefined : sortWord(listing.sort),
        ordre: listing.descending ? "decroissant" : undefined,
      }}
      clearHref={clearHref}
      more={<MoreFilters language={language} listing={listing} />}
    />
  );
}

function MoreFilters({ language, listing }: Pick<FiltersProps, "language" | "listing">): JSX.Element {
  const t = detailsTexts(language);
  const { layer, criticality, hosting, missing } = listing;
  const set = moreFilters(listing);
  const options = <K extends string>(keys: readonly K[], words: Readonly<Record<K, string>>, labels: Readonly<Record<K, string>>) =>
    keys.map((key) => ({ value: words[key], label: labels[key] }));
  const filters = [
    {
      name: "couche",
      label: t.list.layer,
      empty: t.list.allLayers,
      value: layer === undefined ? undefined : LAYER_WORDS[layer],
      options: options(LAYERS, LAYER_WORDS, t.layers),
    },
    {
      name: "criticite",
      label: t.list.criticality,
      empty: t.list.allCriticalities,
      value: criticality === undefined ? undefined : CRITICALITY_WORDS[criticality],
      options: options([...CRITICALITIES, "unknown"], CRITICALITY_WORDS, { ...t.criticalities, unknown: t.list.unknown }),
    },
    {
      name: "hebergement",
      label: t.list.hosting,
      empty: t.list.allHostings,
      value: hosting === undefined ? undefined : HOSTING_WORDS[hosting],
      options: options([...HOSTINGS, "unknown"], HOSTING_WORDS, { ...t.hostings, unknown: t.list.unknown }),
    },
    {
      name: "manque",
      label: t.list.missing,
      empty: t.list.anyMissing,
      value: missing === undefined ? undefined : MISSING_WORDS[missing],
      options: options(["any", ...FACTS, "cost"], MISSING_WORDS, {
        any: t.list.missingAny,
        ...t.list.missingFacts,
        cost: t.list.missingCost,
      }),
    },
  ];
  return (
    <Details summary={set === 0 ? t.list.more : t.list.moreOn(set)} open={set > 0}>
      <div class="filters">
        {filters.map((filter) => (
          <SelectField {...filter} mark={false} id={`filtre-${filter.name}`} />
        ))}
      </div>
    </Details>
  );
}
