-- What no machine has any more leaves the dictionary after a while: whoever has a token could fill it.

-- When that was first seen. Null: some machine has it, as far as is known.
alter table package add column unused_since timestamptz;
