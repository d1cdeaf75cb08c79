import { SUGGESTIONS_PATH } from "../domain/notifications.ts";
import { SUGGESTION_STATES, type SuggestionState } from "../domain/suggestion.ts";

export const STATE_WORDS: Readonly<Record<SuggestionState, string>> = {
  proposed: "a-repondre",
  "taken-up": "reprises",
  declined: "declinees",
  withdrawn: "retirees",
};

export function stateOf(word: string | undefined): SuggestionState | undefined {
  return SUGGESTION_STATES.find((state) => STATE_WORDS[state] === word);
}

/** The address of the list; what is by default is left out. */
export function suggestionsHref(state: SuggestionState | undefined, page: number): string {
  const params = new URLSearchParams();
  if (state !== undefined) params.set("etat", STATE_WORDS[state]);
  if (page > 1) params.set("page", String(page));
  const query = params.toString();
  return query === "" ? SUGGESTIONS_PATH : `${SUGGESTIONS_PATH}?${query}`;
}
