import type { JSX } from "hono/jsx/jsx-runtime";
import { formatDate, formatNumber } from "./format.ts";
import { useLanguage, useUiTexts } from "./language.tsx";

export type Point = { at: string; value: number };

export type SparklineProps = {
  /** What the curve says, in one sentence. */
  label: string;
  points: readonly Point[];
  /** How a value is written in the table. */
  format?: ((value: number) => string) | undefined;
};

const WIDTH = 300;
const HEIGHT = 80;

function pathOf(points: readonly Point[]): string {
  const values = points.map((point) => point.value);
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const step = points.length > 1 ? WIDTH / (points.length - 1) : WIDTH;
  return values
    .map((value, i) => `${i === 0 ? "M" : "L"}${(i * step).toFixed(1)} ${(HEIGHT - 8 - ((value - low) / span) * (HEIGHT - 16)).toFixed(1)}`)
    .join("");
}

/** A small curve, its sentence and its table. */
export function Sparkline({ label, points, format }: SparklineProps): JSX.Element | null {
  const t = useUiTexts();
  const language = useLanguage();
  if (points.length < 2) return null;
  const line = pathOf(points);
  const write = format ?? ((value: number) => formatNumber(value, language));
  return (
    <div class="sparkline">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} preserveAspectRatio="none" focusable="false">
        <path class="sparkline-area" d={`${line}V${HEIGHT}H0z`} />
        <path class="sparkline-line" d={line} />
      </svg>
      <details class="details">
        <summary>{t.figureTable}</summary>
        <table class="plain">
          <caption class="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t.date}</th>
              <th scope="col" data-align="end">
                {t.value}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr>
                <th scope="row">{formatDate(point.at, language)}</th>
                <td data-align="end" class="num">
                  {write(point.value)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
