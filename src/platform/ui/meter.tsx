import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { formatPercent } from "./format.ts";
import { useLanguage } from "./language.tsx";

export type MeterProps = {
  /** 0 to 1. */
  ratio: number;
  /** In place of the percentage. */
  text?: string | undefined;
  /** Under the bar: « 6 essentielles sur 6 ». The denominator, said. */
  detail?: Child;
};

/** A share as a bar and, beside it, in figures. */
export function Meter({ ratio, text, detail }: MeterProps): JSX.Element {
  const language = useLanguage();
  const share = Number.isFinite(ratio) ? Math.min(1, Math.max(0, ratio)) : 0;
  return (
    <>
      <span class="meter">
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect class="meter-rail" width="100" height="10" />
          <rect class="meter-fill" width={Math.round(share * 1000) / 10} height="10" />
        </svg>
        <span class="num">{text ?? formatPercent(share, language)}</span>
      </span>
      {detail && <span class="soft small meter-detail">{detail}</span>}
    </>
  );
}
