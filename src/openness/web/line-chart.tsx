import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import type { JSX } from "hono/jsx/jsx-runtime";

export type Series = {
  /** Said beside a sample of its line. */
  readonly name: string;
  /** How the line is drawn: series are told apart without colours. */
  readonly look: "plain" | "dashed" | "dotted" | "mixed";
  /** Dots where something was counted. */
  readonly dots: boolean;
  /** In order; null: a gap. */
  readonly values: readonly (number | null)[];
};

export type LineChartProps = {
  /** What the curve says, in one sentence. */
  readonly label: string;
  readonly series: readonly Series[];
  /** The value at the top; the bottom is zero. */
  readonly most: number;
  readonly format: (value: number) => string;
  /** Under the first and the last point. */
  readonly first: string;
  readonly last: string;
};

const WIDTH = 600;
const HEIGHT = 180;
const EDGE = 8;

/** Lines over time. The drawing is stretched to its place; what is written is beside it, so that it stays readable. */
export function LineChart({ label, series, most, format, first, last }: LineChartProps): JSX.Element {
  const y = scaleLinear([0, most], [HEIGHT - EDGE, EDGE]);
  return (
    <div class="curve">
      <div class="curve-frame">
        <span class="curve-most small soft num">{format(most)}</span>
        <span class="curve-least small soft num">{format(0)}</span>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label} focusable="false">
          {[0, most / 2, most].map((value) => (
            <path class="curve-rule" d={`M0 ${y(value)}H${WIDTH}`} />
          ))}
          {series.map((each) => (
            <Line series={each} y={y} />
          ))}
        </svg>
        <span class="curve-first small soft">{first}</span>
        <span class="curve-last small soft">{last}</span>
      </div>
      {series.length > 1 && (
        <ul class="curve-legend small">
          {series.map(({ name, look, dots }) => (
            <li>
              <svg viewBox="0 0 40 12" width="40" height="12" aria-hidden="true" focusable="false">
                <path class="curve-line" data-look={look} d="M3 6H37" />
                {dots && <path class="curve-dots" data-look={look} d="M20 6h0" />}
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Line({ series: { look, dots, values }, y }: { series: Series; y: (value: number) => number }): JSX.Element {
  const x = scalePoint(values.keys(), [EDGE, WIDTH - EDGE]);
  const place = (index: number): number => x(index) ?? 0;
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => place(index))
    .y((value) => y(value ?? 0))
    .digits(1);
  // A line of no length with round ends is a dot, and stays round however the drawing is stretched.
  const points = values
    .flatMap((value, index) => (value === null ? [] : [`M${place(index).toFixed(1)} ${y(value).toFixed(1)}h0`]))
    .join("");
  return (
    <>
      <path class="curve-line" data-look={look} d={path([...values]) ?? ""} />
      {dots && <path class="curve-dots" data-look={look} d={points} />}
    </>
  );
}
