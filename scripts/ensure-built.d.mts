export function ensureBuilt(root: string, options?: { readonly announce?: boolean }): void;
export function serverEnvironment(root: string): NodeJS.ProcessEnv;
export function pinnedNode(root: string): string;
export const SERVER_FLAGS: readonly string[];
