-- The schema of a memory, version 3 (docs/memory-format.md).  PRAGMA user_version is the version,
-- PRAGMA application_id 'EGIZ' (0x4547495A).

-- Who this memory is, so that an index beside it is never taken for that of another.
CREATE TABLE memory (
  id BLOB NOT NULL              -- 16 random bytes, made once
) STRICT;

-- Numbers that are kept up to date instead of counted.
CREATE TABLE counter (
  name TEXT PRIMARY KEY,        -- 'next_unit', 'units'
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE language (
  id INTEGER PRIMARY KEY,
  tag TEXT NOT NULL UNIQUE,     -- BCP 47, canonical
  units INTEGER NOT NULL,       -- how many variants are in it
  characters INTEGER NOT NULL   -- their code points
) STRICT;

-- Texts that many rows share: names of documents, of people, of properties.
CREATE TABLE name (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

-- One thing said in two or more languages.
CREATE TABLE unit (
  id INTEGER PRIMARY KEY,       -- ascending, never given twice (counter next_unit); below 0 what a unit once was (step)
  identity INTEGER NOT NULL,    -- 64-bit hash of the variants: language, text, codes
  checksum INTEGER NOT NULL,    -- 64-bit hash of everything the unit says
  details INTEGER NOT NULL,     -- which other tables have rows: 1 property, 2 note, 4 code, 8 neighbour
  origin INTEGER NOT NULL,      -- 0 human, 1 aligned, 2 reviewed, 3 machine, 4 imported
  confidence REAL NOT NULL,     -- 0 to 1
  document INTEGER,             -- name.id
  position INTEGER,            -- in the document, from 0
  context_id TEXT NOT NULL,
  created INTEGER,              -- seconds since 1970, UTC
  changed INTEGER,
  created_by INTEGER,           -- name.id
  changed_by INTEGER,           -- name.id
  variants BLOB NOT NULL        -- language.id and text, as given, of each, in the order given (docs/memory-format.md)
) STRICT;

-- Units by what they say.  A table of its own, so that a bulk can enter it in order.
CREATE TABLE identity (
  hash INTEGER NOT NULL,        -- unit.identity
  unit INTEGER NOT NULL,
  PRIMARY KEY (hash, unit)
) STRICT, WITHOUT ROWID;

-- A variant is told by its place among those of its unit, from 0.  Variant -1 is the unit itself.
CREATE TABLE property (
  unit INTEGER NOT NULL,
  variant INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name INTEGER NOT NULL,        -- name.id
  value TEXT NOT NULL,
  PRIMARY KEY (unit, variant, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
  unit INTEGER NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (unit, position)
) STRICT, WITHOUT ROWID;

-- Formatting that stands in a variant.
CREATE TABLE code (
  unit INTEGER NOT NULL,
  variant INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind INTEGER NOT NULL,        -- 0 opening, 1 closing, 2 standalone
  byte_offset INTEGER NOT NULL, -- into its text
  id TEXT NOT NULL,
  original TEXT NOT NULL,
  PRIMARY KEY (unit, variant, position)
) STRICT, WITHOUT ROWID;

-- The texts that stood before and after a variant in its document.
CREATE TABLE neighbour (
  unit INTEGER NOT NULL,
  variant INTEGER NOT NULL,
  previous TEXT NOT NULL,
  next TEXT NOT NULL,
  PRIMARY KEY (unit, variant)
) STRICT, WITHOUT ROWID;

-- Where else a unit stood that was added again: 64-bit hashes of its neighbours or its context_id (docs/memory-format.md).
CREATE TABLE occurrence (
  unit INTEGER NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (unit, place)
) STRICT, WITHOUT ROWID;

-- One row for each run of units that a transaction added, changed or removed.  An index that knows
-- everything up to change n is brought up to date with the rows after n.
CREATE TABLE change (
  number INTEGER PRIMARY KEY,
  first_unit INTEGER NOT NULL,
  last_unit INTEGER NOT NULL,
  token INTEGER NOT NULL,       -- random: two histories of one memory differ in it
  at INTEGER NOT NULL           -- seconds since 1970, UTC
) STRICT;

-- What each call changed, so that it can be told and undone.
CREATE TABLE action (
  number INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,          -- seconds since 1970, UTC
  undoes INTEGER,               -- action.number of the one that this one undid
  added INTEGER NOT NULL,       -- units
  changed INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  author INTEGER                -- name.id of who did it
) STRICT;

CREATE TABLE step (
  action INTEGER NOT NULL,      -- action.number
  place INTEGER NOT NULL,       -- from 0
  kind INTEGER NOT NULL,        -- 0 added, 1 changed, 2 removed
  first_unit INTEGER NOT NULL,
  last_unit INTEGER NOT NULL,   -- first_unit but for a run that was added
  kept INTEGER,                 -- unit.id of the unit as it was before the action, below 0
  PRIMARY KEY (action, place)
) STRICT, WITHOUT ROWID;
