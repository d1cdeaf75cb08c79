export function ensureBuilt(root: string): void;
export function pinnedNode(root: string): string;
export const SERVER_FLAGS: readonly string[];
