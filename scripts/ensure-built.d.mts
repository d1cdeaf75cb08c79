export function ensureBuilt(root: string): void;
export function serverEnvironment(root: string): NodeJS.ProcessEnv;
export function pinnedNode(root: string): string;
export const SERVER_FLAGS: readonly string[];
