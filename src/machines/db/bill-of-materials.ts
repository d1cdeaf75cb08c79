import { sql } from "kysely";
import type { System } from "../domain/inventory.ts";
import { LISTED, type Reading } from "./package-choices.ts";

export type MachinePart = {
  readonly id: string;
  readonly counted: readonly number[];
  readonly unmapped: readonly number[];
  readonly parts: Uint8Array;
};

/** The packages of some machines, after one of them. */
export async function packagesOfMachinesAfter(reader: Reading, id: string, limit: number): Promise<readonly MachinePart[]> {
  const { rows } = await sql<MachinePart>`
    select m.id, m.counted, m.unmapped, m.parts from machine m
     where m.authority_id = ${reader.authorityId} and m.id > ${id}::uuid and ${LISTED} order by m.id limit ${limit}`.execute(reader);
  return rows;
}

export type SystemSeen = {
  readonly system: System;
  readonly systemName: string;
  readonly systemVersion: string;
  readonly machines: number;
};

const MOST_SYSTEMS = 1_000;

export async function systemsSeen(reader: Reading): Promise<readonly SystemSeen[]> {
  const { rows } = await sql<SystemSeen>`
    select m.system, m.system_name, m.system_version, count(*) as machines from machine m
     where m.authority_id = ${reader.authorityId} and ${LISTED} and m.system_name <> ''
     group by 1, 2, 3 order by 4 desc, 1, 2, 3 limit ${MOST_SYSTEMS}`.execute(reader);
  return rows;
}
