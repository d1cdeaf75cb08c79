-- Where the catalogue comes from: sources, what each says of each software, and which records speak of the same one.
-- The catalogue is the instance's: its authorities read these tables, imports alone write them.

create table catalogue_source (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
  format text not null,
  name text not null,
  -- Null: brought as files. `every_hours` null: fetched when somebody asks.
  url text,
  every_hours integer check (every_hours between 1 and 8760),
  etag text,
  last_modified text,
  checked_at timestamptz,
  -- When what we hold of it was last confirmed; what it said then stays when it fails.
  fetched_at timestamptz,
  failure text,
  check (every_hours is null or url is not null)
);
grant select on catalogue_source to beffroi_authority;

create table source_statement (
  source_id text not null references catalogue_source,
  key text not null,
  -- Checked at the end of the transaction: an import writes what was said before what it makes of it.
  slug text not null references software deferrable initially deferred,
  record jsonb not null,
  -- Hash of the record: the same one changes nothing.
  fingerprint text not null,
  -- When the source said it for the first time in these words, and when it last did.
  said_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (source_id, key)
);
create index source_statement_slug on source_statement (slug);
grant select on source_statement to beffroi_authority;

-- Strong evidence that two records speak of one software, and names, which are none.
create table software_identity (
  kind text not null,
  value text not null,
  source_id text not null,
  key text not null,
  slug text not null references software deferrable initially deferred,
  primary key (kind, value, source_id, key),
  foreign key (source_id, key) references source_statement on delete cascade
);
create index software_identity_statement on software_identity (source_id, key);
create index software_identity_slug on software_identity (slug);
grant select on software_identity to beffroi_authority;

-- Two software that look alike, for a person to settle. `part`: the one named in `whole` holds the other.
create table software_pair (
  slug_a text not null references software deferrable initially deferred,
  slug_b text not null references software deferrable initially deferred,
  reason text not null,
  found_at timestamptz not null,
  verdict text check (verdict in ('same', 'different', 'part')),
  whole text,
  decided_at timestamptz,
  decided_by text,
  primary key (slug_a, slug_b),
  check (slug_a < slug_b),
  check ((verdict is null) = (decided_at is null)),
  check ((verdict = 'part') = (whole is not null)),
  check (whole is null or whole in (slug_a, slug_b))
);
create index software_pair_open on software_pair (found_at, slug_a, slug_b) where verdict is null;
create index software_pair_b on software_pair (slug_b);
grant select on software_pair to beffroi_authority;

create table catalogue_import (
  id uuid primary key,
  source_id text not null references catalogue_source,
  state text not null check (state in ('running', 'done', 'stopped', 'failed')),
  asked_by text,
  started_at timestamptz not null,
  finished_at timestamptz,
  done integer not null default 0,
  total integer not null default 0,
  stop_asked boolean not null default false,
  created integer not null default 0,
  joined integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  skipped integer not null default 0,
  failure text
);
create index catalogue_import_recent on catalogue_import (started_at desc);
create index catalogue_import_source on catalogue_import (source_id, started_at desc);
grant select on catalogue_import to beffroi_authority;

create table catalogue_import_line (
  import_id uuid not null references catalogue_import,
  line integer not null,
  outcome text not null check (outcome in ('created', 'joined', 'updated', 'unchanged', 'skipped')),
  key text,
  name text,
  slug text,
  -- Why it was joined, or left out; what was left out of it.
  detail text,
  primary key (import_id, line)
);
grant select on catalogue_import_line to beffroi_authority;

-- Release cycles, as endoflife.date gives them. A software is tied to its product by `software.endoflife`.
create table lifecycle_product (
  product text primary key,
  name text not null,
  aliases text[] not null,
  category text,
  identifiers text[] not null,
  source_id text not null references catalogue_source,
  fingerprint text not null,
  seen_at timestamptz not null
);
grant select on lifecycle_product to beffroi_authority;

create table release_cycle (
  product text not null references lifecycle_product on delete cascade,
  cycle text not null,
  -- In the order of the source, the newest first.
  rank integer not null,
  label text,
  released_on date,
  ends_on date,
  ended boolean,
  support_ends_on date,
  latest text,
  latest_on date,
  lts boolean not null,
  primary key (product, cycle)
);
create index release_cycle_end on release_cycle (ends_on) where ends_on is not null;
grant select on release_cycle to beffroi_authority;

-- Free, not free, or not known. `licence_said`: as the source wrote it, where our reading of it is a guess.
alter table software alter column free drop not null;
alter table software add column licence_said text, add column archived boolean not null default false, add column merged_into text references software,
  add column provenance jsonb not null default '{}';
create index software_merged on software (merged_into) where merged_into is not null;
create index software_endoflife on software (endoflife) where endoflife is not null;

-- Where each word says something of each software. Kept in step by what publishes software; no longer a view, which a single change
-- would derive anew for all. `strength`, from 0 to 1, is the place's: a name says more than a description.
drop materialized view catalogue_word;
drop materialized view software_word;
create table software_word (
  slug text not null,
  word text not null,
  written text not null,
  place text not null check (place in ('name', 'term', 'category', 'description')),
  -- Null for a description.
  phrase text,
  about text,
  -- Words of the phrase that must be met for it to be met whole; the publisher's name and the words left out are not among them.
  size integer not null,
  strength real not null
);
create index software_word_word on software_word (word, strength desc, slug);
create index software_word_slug on software_word (slug, word);
grant select on software_word to beffroi_authority;

-- The thesaurus: what software of a kind is for, and the ways in which people say it. Read from data/thesaurus.
create table software_function (
  id integer primary key,
  -- The file it comes from: one for each family of a town's work.
  family text not null,
  label_fr text not null,
  label_en text not null,
  categories text[] not null,
  related integer[] not null
);
grant select on software_function to beffroi_authority;

create table function_word (
  function_id integer not null references software_function on delete cascade,
  phrase text not null,
  word text not null,
  written text not null,
  size integer not null,
  -- The word of the phrase of which the catalogue speaks least.
  rarest boolean not null,
  primary key (function_id, phrase, word)
);
create index function_word_word on function_word (word);
grant select on function_word to beffroi_authority;

create table function_software (
  function_id integer not null references software_function on delete cascade,
  slug text not null,
  strength real not null,
  primary key (function_id, slug)
);
create index function_software_strength on function_software (function_id, strength desc, slug);
create index function_software_slug on function_software (slug);
grant select on function_software to beffroi_authority;

-- Every word of the catalogue and of the thesaurus, how many of their entries speak of it, and whether it is, by itself, the name of one.
create table catalogue_word (
  written text not null,
  word text not null,
  software integer not null,
  named boolean not null,
  primary key (written, word)
);
create index catalogue_word_word on catalogue_word (word);
-- Without a list of pending entries, which every look-up would read through until a vacuum.
create index catalogue_word_likeness on catalogue_word using gin (written gin_trgm_ops) with (fastupdate = off);
create index catalogue_word_beginning on catalogue_word (written collate "C");
grant select on catalogue_word to beffroi_authority;

-- The planner takes likeness for a cheap comparison, and reads the whole table rather than the index made for it.
create function lookalikes_of(typed text) returns table (written text, word text, software integer)
  language sql stable parallel safe set enable_seqscan = off as $$
  select c.written, c.word, c.software from catalogue_word c where c.written % typed order by similarity(c.written, typed) desc, c.written limit 12
$$;

-- Searches that found nothing, without who asked: an administrator completes the thesaurus from them.
create table failed_search (
  asked text primary key check (length(asked) between 1 and 200),
  times integer not null default 1,
  first_at timestamptz not null,
  last_at timestamptz not null
);
create index failed_search_recent on failed_search (last_at desc);
grant select on failed_search to beffroi_authority;

-- What changed in what is known of a software, for those who follow it or run it: its licence, its upkeep, its release cycles.
create table software_change (
  id bigint generated always as identity primary key,
  slug text not null,
  field text not null check (field in ('licence', 'archived', 'cycle', 'ends')),
  before text,
  after text,
  at timestamptz not null
);
create index software_change_slug on software_change (slug, at desc);
create index software_change_recent on software_change (at desc);
grant select on software_change to beffroi_authority;
