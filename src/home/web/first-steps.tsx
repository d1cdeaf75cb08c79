import type { JSX } from "hono/jsx/jsx-runtime";
import type { Agent } from "#src/kernel/agent.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { type Todo, TodoList } from "#src/platform/ui/todo-list.tsx";
import type { HomeView } from "./home-view.ts";
import { homeTexts } from "./texts.ts";

/** Where nobody stated a need yet: what to begin with, as far as the reader's roles allow it. */
export function FirstSteps({ view, agent }: { view: HomeView; agent: Agent }): JSX.Element {
  const t = homeTexts(agent.language);
  const { step } = t;
  const todo = (title: string, detail: string, href: string, done: boolean): Todo => ({
    title,
    href,
    detail: t.sentence(detail),
    strong: !done,
    ...(done ? { tag: { label: t.done, tone: "good" } } : { action: { label: t.begin } }),
  });
  const steps = [
    ...(agent.may("manage-people") ? [todo(step.people, step.peopleText, "/administration/personnes", (view.people ?? 0) > 1)] : []),
    ...(agent.may("manage-inventory") ? [todo(step.inventory, step.inventoryText, "/parc", view.share.inService > 0)] : []),
    ...(agent.may("submit-request") ? [todo(step.request, step.requestText, "/demandes/nouvelle", false)] : []),
  ];
  if (steps.length === 0) {
    return (
      <Sheet title={t.welcome}>
        <EmptyState title={t.welcome}>
          <p>{t.welcomeText}</p>
        </EmptyState>
      </Sheet>
    );
  }
  return (
    <Sheet title={t.firstSteps} intro={steps.length === 3 ? t.firstStepsIntro : t.welcomeText}>
      <TodoList items={steps} />
    </Sheet>
  );
}
