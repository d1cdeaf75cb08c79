-- The catalogue is the instance's, read by all its authorities, written by the loader alone.
create table software (
  slug text primary key check (slug ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
  name text not null,
  aliases text[] not null,
  publisher text,
  free boolean not null,
  licence text,
  description_fr text not null,
  description_en text not null,
  categories text[] not null,
  terms text[] not null,
  website text,
  repository text,
  platforms text[] not null,
  wikidata text,
  endoflife text,
  -- Slugs of the proprietary products it can replace.
  replaces text[] not null,
  -- Names and aliases without accents nor capitals, one a line, for likeness.
  names text not null
);
create index software_names on software using gin (names gin_trgm_ops);
create index software_replaces on software using gin (replaces);
create index software_categories on software using gin (categories);
grant select on software to beffroi_authority;

-- The publiccode.yml vocabulary, with our words for it.
create table software_category (id text primary key, label_fr text not null, label_en text not null);
grant select on software_category to beffroi_authority;

-- Words that say that there is a need and not which (« je voudrais un logiciel »): a search leaves them out.
create table ignored_word (written text primary key);
grant select on ignored_word to beffroi_authority;

-- Words as they are written, but for accents and capitals: misspellings are nearer to these than to stems.
create text search configuration beffroi_plain (copy = simple);
alter text search configuration beffroi_plain alter mapping for asciiword, word, numword with unaccent, simple;

/* The words of a text, each with its French stem; those that only hold a sentence together are left out.
   Punctuation parts words, so that « draw.io » and « e-mail » are no host name nor compound. */
create function catalogue_words(said text) returns table (written text, word text) language sql stable parallel safe as $$
  select lexeme, coalesce((ts_lexize('french_stem', lexeme))[1], '')
    from unnest(to_tsvector('public.beffroi_plain', translate(said, '.,;:!?/\-_''’«»()&@"*|<>=', repeat(' ', 24))))
   where ts_lexize('french_stem', lexeme) <> '{}'
$$;

/* Where each word says something of each software; refreshed by the loader. `size`: words of the phrase that must be met for it to be
   met whole; the publisher's name and the words left out are not among them. A phrase of two words is also one word: « pare-feu », « helpdesk ». */
create materialized view software_word as
  with said (slug, place, rank, phrase, about, aside) as (
    select slug, 'name', 1, name, null, coalesce(publisher, '') from software
    union select slug, 'name', 1, unnest(aliases), null, coalesce(publisher, '') from software
    union select slug, 'term', rank, term, null, '' from software cross join lateral unnest(terms) with ordinality as t (term, rank)
    union select slug, 'category', 1, label_fr, id, '' from software join software_category on id = any (categories)
    union select slug, 'category', 1, label_en, id, '' from software join software_category on id = any (categories)
    union select slug, 'description', 1, description_fr, null, '' from software
    union select slug, 'description', 1, description_en, null, '' from software
  ),
  searched as (
    select *, phrase as words from said
    union all
    select *, regexp_replace(phrase, '[ -]', '') from said where place <> 'description' and phrase ~ '^[^ -]{2,}[ -][^ -]{2,}$'
  ),
  -- Each text once: category labels come back with every software.
  text as materialized (
    select t.words, t.aside, w.written, w.word,
           count(*) filter (where i.written is null and not (t.aside <> '' and exists (select from catalogue_words(t.aside) p where p.word = w.word)))
             over (partition by t.words, t.aside)::int as size
      from (select distinct words, aside from searched) t
     cross join lateral (select distinct on (each.word) each.written, each.word from catalogue_words(t.words) each) w
      left join ignored_word i on i.written = w.written
  )
  select distinct on (slug, place, phrase, word) word, written, slug, place, rank::int, about, case when place <> 'description' then phrase end as phrase, size
    from searched join text using (words, aside);
create index software_word_word on software_word (word);
create index software_word_slug on software_word (slug);
grant select on software_word to beffroi_authority;

-- Every word of the catalogue, how many software it speaks of, and whether it is, by itself, the name of one.
create materialized view catalogue_word as
  select written, word, count(distinct slug)::int as software, bool_or(place = 'name' and size = 1) as named from software_word group by written, word;
create index catalogue_word_word on catalogue_word (word);
create index catalogue_word_likeness on catalogue_word using gin (written gin_trgm_ops);
grant select on catalogue_word to beffroi_authority;

-- Fingerprint of the files last loaded: unchanged files are not loaded again.
create table catalogue_load (source text primary key, fingerprint text not null, loaded_at timestamptz not null);
