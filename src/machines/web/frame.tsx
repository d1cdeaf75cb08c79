import type { JSX } from "hono/jsx/jsx-runtime";
import type { Agent } from "#src/kernel/agent.ts";
import type { Language } from "#src/kernel/language.ts";
import { Tabs } from "#src/platform/ui/tabs.tsx";
import { Tag } from "#src/platform/ui/tag.tsx";
import { machineTexts } from "./texts.ts";

export type Tab = "machines" | "unmapped" | "compare" | "agents";

const TABS: readonly { readonly key: Tab; readonly href: string }[] = [
  { key: "machines", href: "/parc/postes" },
  { key: "compare", href: "/parc/postes/declare-observe" },
  { key: "unmapped", href: "/parc/postes/non-reconnus" },
  { key: "agents", href: "/parc/postes/agents" },
];

/** The pages of what is observed. Agents are for who may connect them. */
export function MachineTabs({ current, agent, language }: { current: Tab; agent: Agent; language: Language }): JSX.Element {
  const t = machineTexts(language).tabs;
  const shown = TABS.filter(({ key }) => key !== "agents" || agent.may("manage-settings"));
  return <Tabs label={t.label} items={shown.map(({ key, href }) => ({ href, label: t[key], current: key === current }))} />;
}

export function FreedomTag({ free, language }: { free: boolean | null; language: Language }): JSX.Element {
  const t = machineTexts(language);
  if (free === null) return <span class="soft">{t.freeUnknown}</span>;
  return free ? <Tag tone="good">{t.free}</Tag> : <Tag>{t.notFree}</Tag>;
}
