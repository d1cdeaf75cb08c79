import type { JSX } from "hono/jsx/jsx-runtime";
import { kept } from "./kept.tsx";

/** Drawings of Lucide (ISC licence), chosen one by one: path data on a 24 × 24 ground. */
const PATHS = {
  check: ["M20 6 9 17l-5-5"],
  cross: ["M18 6 6 18", "m6 6 12 12"],
  warning: ["m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3", "M12 9v4", "M12 17h.01"],
  info: ["M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0", "M12 16v-4", "M12 8h.01"],
  "circle-check": ["M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0", "m16 9-5.5 5.5L8 12"],
  "circle-cross": ["M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0", "m15 9-6 6", "m9 9 6 6"],
  "circle-dashed": [
    "M10.1 2.18a9.93 9.93 0 0 1 3.8 0",
    "M17.6 3.71a9.95 9.95 0 0 1 2.69 2.7",
    "M21.82 10.1a9.93 9.93 0 0 1 0 3.8",
    "M20.29 17.6a9.95 9.95 0 0 1-2.7 2.69",
    "M13.9 21.82a9.94 9.94 0 0 1-3.8 0",
    "M6.4 20.29a9.95 9.95 0 0 1-2.69-2.7",
    "M2.18 13.9a9.93 9.93 0 0 1 0-3.8",
    "M3.71 6.4a9.95 9.95 0 0 1 2.7-2.69",
  ],
  search: ["m21 21-4.34-4.34", "M3 11a8 8 0 1 0 16 0 8 8 0 1 0-16 0"],
  download: ["M12 15V3", "M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4", "m7 10 5 5 5-5"],
  "arrow-up": ["m5 12 7-7 7 7", "M12 19V5"],
  "arrow-down": ["M12 5v14", "m19 12-7 7-7-7"],
  "arrow-up-down": ["m21 16-4 4-4-4", "M17 20V4", "m3 8 4-4 4 4", "M7 4v16"],
  previous: ["m15 18-6-6 6-6"],
  next: ["m9 18 6-6-6-6"],
  clock: ["M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0", "M12 6v6l4 2"],
  lock: ["M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2z", "M7 11V7a5 5 0 0 1 10 0v4"],
  external: ["M15 3h6v6", "M10 14 21 3", "M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6"],
} as const;

export type IconName = keyof typeof PATHS;

/** Decorative unless it has a label: then it is an image with that name. */
export function Icon({ name, label }: { name: IconName; label?: string | undefined }): JSX.Element {
  return label ? <Drawing paths={PATHS[name]} label={label} /> : <Decoration of={PATHS[name]} />;
}

type Paths = (typeof PATHS)[IconName];

function Drawing({ paths, label }: { paths: Paths; label?: string | undefined }): JSX.Element {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width="20"
      height="20"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : "true"}
      focusable="false"
    >
      {paths.map((d) => (
        <path d={d} />
      ))}
    </svg>
  );
}

const Decoration = kept((paths: Paths) => <Drawing paths={paths} />);
