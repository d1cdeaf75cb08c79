import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { Icon, type IconName } from "./icon.tsx";
import { useUiTexts } from "./language.tsx";

export type NoticeKind = "info" | "success" | "warning" | "danger";

const ICONS: Record<NoticeKind, IconName> = { info: "info", success: "circle-check", warning: "warning", danger: "circle-cross" };

export type NoticeProps = {
  kind?: NoticeKind | undefined;
  title?: Child;
  /** Says what just happened, after an action: announced to those who hear the page. */
  live?: boolean | undefined;
  children?: Child;
};

/** A remark set apart. Its kind is drawn, coloured and said. */
export function Notice({ kind = "info", title, live, children }: NoticeProps): JSX.Element {
  const t = useUiTexts();
  return (
    <div class="notice" data-kind={kind} role={live ? (kind === "danger" ? "alert" : "status") : undefined}>
      <Icon name={ICONS[kind]} />
      <div>
        {title ? <p class="notice-title">{title}</p> : <span class="visually-hidden">{t.notice[kind]} </span>}
        {children}
      </div>
    </div>
  );
}
