import type { InstallationFacts } from "./installation-facts.ts";
import { BUSINESS } from "./installations-business.ts";
import { FOUNDATIONS } from "./installations-foundations.ts";

export const INSTALLATIONS: readonly InstallationFacts[] = [...FOUNDATIONS, ...BUSINESS];
