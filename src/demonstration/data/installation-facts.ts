/** Something the town runs, tries, plans, leaves or has left. Days are days before today. */
export type InstallationFacts = {
  /** As the catalogue names it, where it knows it. */
  readonly name: string;
  readonly purpose: string;
  readonly users?: number;
  readonly departments: readonly string[];
  /** In service unless said. */
  readonly state?: "planned" | "pilot";
  readonly since?: number;
  /** When it was declared: the day it came into service, or when the whole inventory was, unless said. */
  readonly declared?: number;
  readonly leavingSince?: number;
  readonly retired?: number;
  /** Said only of what the catalogue does not know. */
  readonly free?: boolean;
};
