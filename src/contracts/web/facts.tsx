import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { formatDate, formatMoney } from "#src/platform/ui/format.ts";
import { Link } from "#src/platform/ui/link.tsx";
import { Tag, type Tone } from "#src/platform/ui/tag.tsx";
import type { Contract } from "../domain/contract.ts";
import type { ContractState } from "../domain/term.ts";
import { contractTexts } from "./texts.ts";

const TONES: Readonly<Record<ContractState, Tone>> = {
  "to-come": "accent",
  "notice-due": "attention",
  current: "good",
  renewed: "good",
  closing: "neutral",
  ended: "neutral",
};

export function StateTag({ state, language }: { state: ContractState; language: Language }): JSX.Element {
  return <Tag tone={TONES[state]}>{contractTexts(language).states[state]}</Tag>;
}

export function day(value: string | null, language: Language, otherwise: string): Child {
  return value === null ? <span class="soft">{otherwise}</span> : formatDate(value, language);
}

export function money(cents: number | null, language: Language): Child {
  return cents === null ? <span class="soft">{contractTexts(language).unknown}</span> : formatMoney(cents, language);
}

/** A link to the supplier's page where the instance knows it, else its name as written. */
export function SupplierName({
  contract: { supplierId, supplierName },
}: {
  contract: Pick<Contract, "supplierId" | "supplierName">;
}): JSX.Element {
  return supplierId === null ? <span>{supplierName}</span> : <Link href={`/fournisseurs/${supplierId}`}>{supplierName}</Link>;
}
