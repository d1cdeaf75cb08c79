import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { formatList } from "#src/platform/ui/format.ts";
import { Tag, type Tone } from "#src/platform/ui/tag.tsx";
import type { DepartmentName, Installation } from "../domain/installation.ts";
import type { InstallationState } from "../domain/state.ts";
import { detailsTexts } from "./details-texts.ts";
import { inventoryTexts } from "./texts.ts";

const TONES: Readonly<Record<InstallationState, Tone>> = {
  planned: "neutral",
  pilot: "accent",
  "in-service": "good",
  leaving: "attention",
  retired: "neutral",
};
const SHOWN = 3;

export function StateTag({ state, language }: { state: InstallationState; language: Language }): JSX.Element {
  return <Tag tone={TONES[state]}>{inventoryTexts(language).states[state]}</Tag>;
}

export function FreedomTag({ free, language }: { free: boolean | null; language: Language }): JSX.Element {
  const t = inventoryTexts(language);
  if (free === null) return <span class="soft">{t.freeUnknown}</span>;
  return free ? <Tag tone="good">{t.free}</Tag> : <Tag>{t.notFree}</Tag>;
}

/** « Culture, Sport et 2 autres ». */
export function departmentsInShort(departments: readonly DepartmentName[], language: Language): Child {
  const t = inventoryTexts(language);
  const names = departments.map(({ name }) => name);
  if (names.length === 0) return <span class="soft">{t.list.unknown}</span>;
  if (names.length <= SHOWN) return formatList(names, language);
  return `${names.slice(0, SHOWN - 1).join(", ")} ${t.list.others(names.length - SHOWN + 1)}`;
}

/** « Scaleway », or where it is when there is no host to name. */
export function hostingInShort({ hosting, hostName }: Pick<Installation, "hosting" | "hostName">, language: Language): Child {
  if (hosting === null) return <span class="soft">{inventoryTexts(language).list.unknown}</span>;
  return hostName === "" ? detailsTexts(language).hostings[hosting] : hostName;
}
