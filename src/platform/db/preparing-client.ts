import pg from "pg";

/** As many statements as a connection keeps prepared: our queries are some hundreds of texts; lists of values make others. */
const MOST_PREPARED = 400;

type QueryArguments = readonly [unknown, unknown?, unknown?];

/**
 * A connection that prepares each parameterised query the first time and then names it: PostgreSQL parses and plans it once.
 * Measured on our pages, planning took longer than running. Trap: a plan that depends on row-level security is remade by
 * PostgreSQL when the role changes, so a name is safe across roles and authorities.
 */
export class PreparingClient extends pg.Client {
  readonly #names = new Map<string, string>();

  /** The driver's own signature has eleven overloads; only the one with a text and its values is looked at. */
  override query(...args: never[]): never {
    const [text, values, callback] = args as unknown as QueryArguments;
    if (typeof text !== "string" || !Array.isArray(values) || values.length === 0) return super.query(...(args as [never])) as never;
    const name = this.#nameOf(text);
    if (name === undefined) return super.query(...(args as [never])) as never;
    const prepared = { name, text, values };
    return (callback === undefined ? super.query(prepared as never) : super.query(prepared as never, callback as never)) as never;
  }

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= MOST_PREPARED) return known;
    const name = `b${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}
