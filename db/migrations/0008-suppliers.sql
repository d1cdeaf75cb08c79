-- Companies and cooperatives that serve software: the instance's, as the catalogue is. What sources say is derived anew from their
-- statements; what people wrote is theirs, and stays.
create table supplier (
  id uuid primary key,
  name text not null,
  name_key text not null generated always as (folded(name)) stored,
  -- One supplier has one SIREN.
  siren text unique check (siren ~ '^\d{9}$'),
  website text,
  kind text check (kind in ('company', 'cooperative', 'association', 'public-body')),
  -- A town, or the code of a department of France.
  place text,
  origin text not null check (origin in ('source', 'hand')),
  -- Columns that a person wrote: sources no longer change these.
  by_hand text[] not null default '{}',
  -- What sources call it by: a SIREN, a site with a name, a page of theirs. Kept when they fall silent.
  keys text[] not null default '{}',
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  -- The authority whose administrator last changed it; null: the sources did.
  changed_by uuid references authority,
  -- No source names it any more, and nobody completed it.
  withdrawn_at timestamptz,
  -- A person said that this one is another: its address leads there.
  joined_into uuid references supplier,
  check (joined_into is null or withdrawn_at is not null)
);
create index supplier_name on supplier (name_key, id) where withdrawn_at is null;
create index supplier_place on supplier (place) where withdrawn_at is null and place is not null;
grant select on supplier to beffroi_authority;

-- What a supplier serves. Without a reference to the software: what a person wrote outlives a software that leaves and comes back.
create table supplier_software (
  supplier_id uuid not null references supplier,
  slug text not null,
  -- Null: written by a person.
  source_id text references catalogue_source on delete cascade,
  -- The supplier's page at the source.
  page text,
  unique nulls not distinct (supplier_id, slug, source_id)
);
create index supplier_software_slug on supplier_software (slug, supplier_id);
grant select on supplier_software to beffroi_authority;
