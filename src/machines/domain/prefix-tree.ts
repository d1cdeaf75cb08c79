/** Values by the beginning of a text: one pass over the text meets all that hold for it, whatever their number. */
export type PrefixTree<T> = { readonly next: Map<number, PrefixTree<T>>; readonly values: T[] };

export function prefixTree<T>(): PrefixTree<T> {
  return { next: new Map(), values: [] };
}

export function plant<T>(tree: PrefixTree<T>, prefix: string, value: T): void {
  let node = tree;
  for (let at = 0; at < prefix.length; at++) {
    const letter = prefix.charCodeAt(at);
    const known = node.next.get(letter);
    const child = known ?? prefixTree<T>();
    if (known === undefined) node.next.set(letter, child);
    node = child;
  }
  node.values.push(value);
}

/** Calls `visit` with the values of each beginning of `text`, or of each of its ends when it is read `backwards`. */
export function visitPrefixes<T>(tree: PrefixTree<T>, text: string, backwards: boolean, visit: (values: readonly T[]) => void): void {
  let node: PrefixTree<T> | undefined = tree;
  for (let step = 0; node !== undefined; step++) {
    if (node.values.length > 0) visit(node.values);
    if (step >= text.length) return;
    node = node.next.get(text.charCodeAt(backwards ? text.length - 1 - step : step));
  }
}
