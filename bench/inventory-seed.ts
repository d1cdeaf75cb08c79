import { sql } from "kysely";
import { saveRulesFingerprint } from "#src/machines/db/classify.ts";
import { packIds } from "#src/machines/domain/package-ids.ts";
import { currentMapping } from "#src/machines/usecases/load-mapping.ts";
import type { Database } from "#src/platform/db/database.ts";

export type InventorySizes = {
  readonly authorities: number;
  readonly machines: number;
  /** Observed on each machine. */
  readonly packages: number;
  readonly dictionary: number;
  /** In the authority whose pages are measured. */
  readonly measured: number;
};

const TEMPLATES = 1_000;
const PORTION = 20_000;
/** Of what a machine has: what counts, what no rule knows; the rest are parts. */
const [COUNTED, UNMAPPED] = [0.15, 0.2];

/**
 * Machines straight in SQL, of the size and the shape that ingestion gives them: a thousand different sets of packages, drawn from a
 * dictionary where some packages are everywhere and most are rare.
 */
export async function seedInventory(db: Database, measured: string, sizes: InventorySizes): Promise<void> {
  const random = randomFrom(7);
  await sql`
    insert into package (name, version, publisher, origin, fingerprint, verdict, software_slug)
    select 'paquet-' || n, (n % 40) || '.' || (n % 7) || '-' || n % 3, 'Debian', 'deb', substring(sha256(('p' || n)::bytea) for 16),
           case when n % 20 < 3 then 'software' when n % 20 < 7 then 'unknown' else 'part' end,
           case when n % 20 < 3 then (select slug from software order by slug offset n % 300 limit 1) end
      from generate_series(1, ${sizes.dictionary}::int) n`.execute(db);
  await sql`insert into authority (id, slug, name, kind, created_at)
    select md5('mesure' || n)::uuid, 'mesure-' || n, 'Commune ' || n, 'commune', now() from generate_series(1, ${sizes.authorities - 1}::int) n`.execute(
    db,
  );
  await sql`create table template (n int primary key, counted int[], unmapped int[], parts bytea, parts_count int)`.execute(db);
  for (let n = 0; n < TEMPLATES; n += 1) {
    const [counted, unmapped, parts] = template(sizes, random);
    await sql`insert into template values (${n}, ${counted}, ${unmapped}, ${Buffer.from(packIds(parts))}, ${parts.length})`.execute(db);
  }
  for (let from = 0; from < sizes.machines; from += PORTION) await machinesFrom(db, measured, sizes, from);
  await sql`drop table template`.execute(db);
  // Our rules know none of these names: at its start the application would say that nothing counts, and nothing would be measured.
  await saveRulesFingerprint(db, currentMapping().fingerprint);
  await sql`vacuum analyze`.execute(db);
}

/** Small numbers more often than large ones, as some packages are on every machine. */
function template({ packages, dictionary }: InventorySizes, random: () => number): readonly [number[], number[], number[]] {
  const ids = new Set<number>();
  while (ids.size < packages) ids.add(1 + Math.floor(random() ** 4 * dictionary));
  const sorted = [...ids].sort((a, b) => a - b);
  const is = (id: number, from: number, to: number): boolean => id % 20 >= from * 20 && id % 20 < to * 20;
  return [
    sorted.filter((id) => is(id, 0, COUNTED)),
    sorted.filter((id) => is(id, COUNTED, COUNTED + UNMAPPED)),
    sorted.filter((id) => is(id, COUNTED + UNMAPPED, 1)),
  ];
}

async function machinesFrom(db: Database, measured: string, sizes: InventorySizes, from: number): Promise<void> {
  const to = Math.min(from + PORTION, sizes.machines) - 1;
  await sql`
    with made as (
      insert into machine (authority_id, id, agent_identity, hardware, name, kind, model, system, system_name, system_version, agent,
                           first_seen_at, inventoried_at, software_at, signature, counted, unmapped, parts, parts_count)
      select case when m < ${sizes.measured} then ${measured}::uuid else md5('mesure' || (1 + m % ${Math.max(1, sizes.authorities - 1)}))::uuid end,
             md5('machine' || m)::uuid, md5('agent' || m)::uuid::text, substring(sha256(('h' || m)::bytea) for 16), 'poste-' || m,
             case when m % 12 = 0 then 'server' else 'workstation' end, 'OptiPlex 70' || m % 90,
             case when m % 3 = 0 then 'linux' else 'windows' end,
             case when m % 3 = 0 then 'Debian GNU/Linux 12 (bookworm)' else 'Microsoft Windows 11 Professionnel' end, '12', 'GLPI-Agent_v1.15',
             now() - (m % 700 || ' days')::interval, now() - (m % 20 || ' days')::interval, now(), sha256(('s' || m)::bytea),
             t.counted, t.unmapped, t.parts, t.parts_count
        from generate_series(${from}::int, ${to}::int) m join template t on t.n = (m::bigint * 7919) % ${TEMPLATES}
      returning authority_id, id)
    insert into machine_contact (authority_id, machine_id, last_seen_at) select authority_id, id, now() from made`.execute(db);
}

export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

export type StoredSize = { readonly machines: number; readonly bytesPerMachine: number; readonly gigabytes: number };

/** Tables with their indexes and what is stored beside them. */
export async function storedSize(db: Database): Promise<StoredSize & { readonly dictionaryMb: number }> {
  const { rows } = await sql<{ machines: number; bytes: number; dictionary: number; all: number }>`
    select (select count(*) from machine) as machines,
           pg_total_relation_size('machine') + pg_total_relation_size('machine_contact') + pg_total_relation_size('machine_change') as bytes,
           pg_total_relation_size('package') as dictionary, pg_database_size(current_database()) as "all"`.execute(db);
  const { machines = 0, bytes = 0, dictionary = 0, all = 0 } = rows[0] ?? {};
  return {
    machines,
    bytesPerMachine: Math.round(bytes / machines),
    dictionaryMb: Math.round(dictionary / 1e6),
    gigabytes: Math.round(all / 1e8) / 10,
  };
}
