import { type RawBuilder, sql } from "kysely";

/**
 * What somebody typed, without case nor accents, to be compared with a column kept so. Trap: a query prepared once is planned for all
 * values (docs/adr/0013), and `folded` of a parameter would be called for each row; within a select of its own it is called once.
 */
export function foldedText(text: string): RawBuilder<string> {
  return sql<string>`(select folded(${text}))`;
}
