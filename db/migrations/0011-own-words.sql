-- What an authority says itself of the software of the catalogue. Who said it stays at home: the catalogue is given a source_statement of
-- the authority's own source (format « authority »), made from these words, under the same identifier.
create table own_words (
  authority_id uuid not null references authority,
  id uuid not null,
  -- As it was addressed when this was said for the first time: it may stand behind another since, or be gone once the words are withdrawn.
  slug text not null,
  -- Only what is said; and since when, field by field.
  words jsonb not null,
  reason text not null check (length(reason) between 1 and 500),
  -- No source knew this software: the authority added it.
  adds boolean not null default false,
  said_by uuid not null,
  said_at timestamptz not null,
  version integer not null default 1,
  withdrawn_at timestamptz,
  primary key (authority_id, id)
);
create index own_words_software on own_words (authority_id, slug);
create index own_words_recent on own_words (authority_id, said_at desc, id);
alter table own_words enable row level security;
create policy own on own_words to beffroi_authority using (authority_id = current_authority());
grant select, insert, update on own_words to beffroi_authority;
