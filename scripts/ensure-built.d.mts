export function ensureBuilt(root: string): void;
export function pinnedNode(root: string): string;
