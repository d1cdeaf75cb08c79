import { readFileSync } from "node:fs";

/** Of a process and of those it started (several may answer), in megabytes: now, or at their highest. Its PostgreSQL is nobody's child. */
export function megabytesOf(pid: number, which: "VmRSS" | "VmHWM"): readonly number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean);
  return [String(pid), ...children].map((each) => {
    const found = new RegExp(`${which}:\\s+(\\d+)`).exec(readFileSync(`/proc/${each}/status`, "utf8"))?.[1];
    return Math.round(Number(found ?? 0) / 1024);
  });
}

export function total(megabytes: readonly number[]): number {
  return megabytes.reduce((sum, each) => sum + each, 0);
}
