import { type RawBuilder, sql } from "kysely";
import { foldedText } from "#src/platform/db/folded-text.ts";

/** The services of suppliers, where software that people said are the same are one: `service` (supplier_id, slug, name, names, source_id, page). */
export const SERVICES: RawBuilder<unknown> = sql`
  select v.supplier_id, o.slug, o.name, o.names, v.source_id, v.page
    from supplier_software v join software s on s.slug = v.slug join software o on o.slug = coalesce(s.merged_into, s.slug)`;

/** The services of the software of that address, and of those that are the same. */
export function servicesOf(slug: string): RawBuilder<unknown> {
  return sql`select v.supplier_id, v.source_id from supplier_software v join software s on s.slug = v.slug
              where coalesce(s.merged_into, s.slug) = (select coalesce(a.merged_into, a.slug) from software a where a.slug = ${slug})`;
}

/** The columns of a `ListedSupplier`, of the table aliased `p`. */
export const LISTED: RawBuilder<unknown> = sql`
  p.id, p.name, p.siren, p.website, p.kind, p.place, p.changed_at,
  coalesce((select jsonb_agg(jsonb_build_object('slug', w.slug, 'name', w.name) order by lower(w.name), w.slug)
              from (select distinct service.slug, service.name from (${SERVICES}) service where service.supplier_id = p.id) w), '[]') as software,
  array(select c.name from catalogue_source c
         where c.id in (select v.source_id from supplier_software v where v.supplier_id = p.id) order by c.name) as sources`;

/** Those whose name, site, SIREN or software is like what is searched; true of all where nothing is. */
export function matching(search: string): RawBuilder<unknown> {
  if (search === "") return sql`true`;
  const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const digits = search.replace(/[\s\u00A0\u202F]/g, "");
  return sql`(p.name_key like ${foldedText(like)} or lower(p.website) like lower(${like}) or p.siren = ${digits}
              or exists (select from (${SERVICES}) service where service.supplier_id = p.id and service.names like lower(unaccent(${like}))))`;
}

/** What PostgreSQL can read, and no longer than anything that is searched. */
export function tidied(text: string | undefined, longest = 200): string {
  return (text ?? "")
    .slice(0, longest)
    .replace(/[\p{Cc}\p{Cs}]/gu, " ")
    .trim();
}
