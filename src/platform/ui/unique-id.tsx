import type { Child } from "hono/jsx";
import { createContext, useContext } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";

type Counter = { next: number };

/** Outside a page (a fragment answered alone) numbers start far away, so that they cannot meet those of the page that takes it in. */
const outsidePages: Counter = { next: 100_000 };
const CounterContext = createContext<Counter>(outsidePages);

export function UniqueIdProvider({ children }: { children?: Child }): JSX.Element {
  return <CounterContext.Provider value={{ next: 1 }}>{children}</CounterContext.Provider>;
}

/** An id met once in the page, the same at each rendering of the same page. */
export function useUniqueId(prefix: string): string {
  const counter = useContext(CounterContext);
  const id = `${prefix}-${counter.next}`;
  counter.next = counter.next >= 1_000_000 ? 100_000 : counter.next + 1;
  return id;
}
