import type { RawBuilder } from "kysely";

/**
 * A small thing that most requests need to know as it is now: read with who asks, in the same question to the database, and given
 * under its name. `value`: an expression of SQL that gives one JSON value, whoever asks.
 */
export type ReadBeside<T> = { readonly name: string; readonly value: RawBuilder<T> };
