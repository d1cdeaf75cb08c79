/** A machine that said nothing for so long is silent: perhaps put away, perhaps without its agent. */
export const SILENT_AFTER_DAYS = 60;

/** The moment before which the last contact of a silent machine lies. */
export function silentBefore(now: Date): Date {
  return new Date(now.getTime() - SILENT_AFTER_DAYS * 86_400_000);
}
