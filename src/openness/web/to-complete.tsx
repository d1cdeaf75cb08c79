import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { type Todo, TodoList } from "#src/platform/ui/todo-list.tsx";
import type { OpennessView } from "../usecases/view-openness.ts";
import { amountOf } from "./bars.tsx";
import { opennessTexts } from "./texts.ts";

const IN_SERVICE = "/parc?etat=en-service";
/** An installation or two are named by their own page; more are found by the list. */
const NAMED = 3;

export type ToCompleteProps = { readonly view: OpennessView; readonly manages: boolean; readonly language: Language };

/** What nobody knows yet, and where to say it. */
export function ToComplete({ view, manages, language }: ToCompleteProps): JSX.Element {
  const t = opennessTexts(language);
  const { declared, installations } = view;
  const inService = installations.filter(({ state }) => state === "in-service");
  const todo = (missing: readonly { readonly id: string; readonly name: string }[], title: (n: number) => string, href: string): Todo[] => {
    if (missing.length === 0) return [];
    const [only] = missing;
    const names = missing.slice(0, NAMED).map(({ name }) => name);
    return [
      {
        title: title(missing.length),
        href: missing.length === 1 && only !== undefined ? `/parc/${only.id}` : href,
        detail: `${names.join(", ")}${missing.length > NAMED ? "…" : ""}`,
        ...(manages ? { action: { label: t.complete } } : {}),
      },
    ];
  };
  const { byCost } = declared;
  const items = [
    ...todo(
      inService.filter(({ free }) => free === null),
      t.unknownFreedom,
      `${IN_SERVICE}&licence=inconnue`,
    ),
    ...todo(
      inService.filter(({ users }) => users === null),
      t.unknownUsers,
      `${IN_SERVICE}&manque=utilisateurs`,
    ),
    ...todo(
      inService.filter(({ departments }) => departments.length === 0),
      t.unknownDepartments,
      `${IN_SERVICE}&manque=services`,
    ),
    ...(byCost !== null && byCost.uncounted > 0
      ? [{ title: t.unknownCosts(byCost.uncounted), href: `${IN_SERVICE}&manque=depense`, detail: "" }]
      : []),
    ...(byCost !== null && byCost.unattached > 0
      ? [{ title: t.unattachedContracts(amountOf(byCost.unattached, "cent", language)), href: "/parc/contrats", detail: "" }]
      : []),
  ];
  return (
    <Sheet title={t.toCompleteTitle} intro={t.toCompleteIntro}>
      {items.length === 0 ? <p>{t.nothingUnknown}</p> : <TodoList items={items} />}
    </Sheet>
  );
}
