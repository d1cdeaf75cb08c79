import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { MiniArcade } from "./arcade.tsx";
import type { GateState } from "./arch.tsx";
import { ButtonLink, Link } from "./link.tsx";
import { Tag, type Tone } from "./tag.tsx";

export type Todo = {
  title: string;
  href: string;
  detail?: Child;
  gates?: readonly GateState[] | undefined;
  /** A verb: « Lire le constat ». Goes to `href` unless it has its own. */
  action?: { label: string; href?: string | undefined } | undefined;
  tag?: { label: string; tone?: Tone | undefined } | undefined;
  /** What waits for the reader; the rest of a list is plainer. */
  strong?: boolean | undefined;
};

export function TodoList({ items }: { items: readonly Todo[] }): JSX.Element {
  return (
    <ul class="todo">
      {items.map((item) => (
        <li>
          <div class="todo-words">
            <Link href={item.href} class={item.strong ? "todo-strong" : undefined}>
              {item.title}
            </Link>
            {(item.gates || item.detail) && (
              <p class="soft small">
                {item.gates && <MiniArcade states={item.gates} />} {item.detail}
              </p>
            )}
          </div>
          {item.action && (
            <ButtonLink href={item.action.href ?? item.href} size="sm">
              {item.action.label}
              <span class="visually-hidden"> : {item.title}</span>
            </ButtonLink>
          )}
          {item.tag && <Tag tone={item.tag.tone}>{item.tag.label}</Tag>}
        </li>
      ))}
    </ul>
  );
}
