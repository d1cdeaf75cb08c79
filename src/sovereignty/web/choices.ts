import type { Language } from "#src/kernel/language.ts";
import { gridTexts } from "./grid-texts.ts";

/** One thing that a list may be filtered by. */
export type Choice = { readonly value: string; readonly label: string };

/** Each once, in the order of their names. */
export function distinct(choices: readonly Choice[]): readonly Choice[] {
  const each = new Map(choices.map(({ value, label }) => [value, label]));
  return [...each].map(([value, label]) => ({ value, label })).sort((one, other) => one.label.localeCompare(other.label, "fr"));
}

/** A layer that has no name of ours is called as it is. */
export function layerChoices(layers: readonly string[], language: Language): readonly Choice[] {
  const names = gridTexts(language).layers;
  return layers.map((layer) => ({ value: layer, label: names[layer] ?? layer }));
}
