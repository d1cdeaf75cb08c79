import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { Icon } from "./icon.tsx";
import { useUiTexts } from "./language.tsx";
import { Link } from "./link.tsx";

export type Evidence = { done: boolean; label: string; detail?: Child; href?: string | undefined };

/** What is there and what is missing before a gate may close. */
export function EvidenceList({ items }: { items: readonly Evidence[] }): JSX.Element {
  const t = useUiTexts();
  return (
    <div class="evidence">
      <p class="soft small">{t.evidenceCount(items.filter((item) => item.done).length, items.length)}</p>
      <ul>
        {items.map((item) => (
          <li data-done={item.done ? "true" : "false"}>
            <Icon name={item.done ? "circle-check" : "circle-dashed"} />
            <div>
              <span class="visually-hidden">{item.done ? t.evidenceDone : t.evidenceMissing} </span>
              {item.href === undefined ? item.label : <Link href={item.href}>{item.label}</Link>}
              {item.detail && <div class="soft small">{item.detail}</div>}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Requirements in short lines: met, not met, or not yet known. */
export function CheckList({ items }: { items: readonly { done?: boolean | undefined; label: Child }[] }): JSX.Element {
  const t = useUiTexts();
  return (
    <ul class="checks">
      {items.map(({ done, label }) => (
        <li data-done={done === undefined ? undefined : done ? "true" : "false"}>
          {done !== undefined && <Icon name={done ? "check" : "cross"} />}
          <span>
            {done !== undefined && <span class="visually-hidden">{done ? t.evidenceDone : t.evidenceMissing} </span>}
            {label}
          </span>
        </li>
      ))}
    </ul>
  );
}
