-- Searches are answered from memory (docs/adr/0016). Each process follows, by these two tables, what changed in the words by which
-- software is found: `generation` is raised in the transaction that changes them, which names the software concerned.
create table search_state (
  only_one boolean primary key default true check (only_one),
  -- With the database's name, tells this catalogue from any other.
  instance uuid not null default gen_random_uuid(),
  generation bigint not null default 1,
  -- The last generation in which everything changed.
  whole_at bigint not null default 1
);
insert into search_state default values;
grant select on search_state to beffroi_authority;

-- The last generation in which each software changed, since everything did.
create table search_change (slug text primary key, generation bigint not null);
create index search_change_generation on search_change (generation);
grant select on search_change to beffroi_authority;

-- Emptied by hand, the words are no longer those that processes know.
create function search_words_emptied() returns trigger language plpgsql as $$
begin
  update search_state set generation = generation + 1, whole_at = generation + 1;
  return null;
end
$$;
create trigger software_word_emptied after truncate on software_word for each statement execute function search_words_emptied();

-- How many entries say a word, and which words look like another, are now counted in memory.
drop table catalogue_word;
drop function lookalikes_of(text);
