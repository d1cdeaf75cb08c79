import type { Deps } from "#src/platform/deps.ts"; export async function createDemonstration(_d: Deps): Promise<never[]> { return []; }
