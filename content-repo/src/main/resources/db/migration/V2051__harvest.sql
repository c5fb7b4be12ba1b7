-- Other libraries whose records a school's librarian takes over (OAI-PMH 2.0). `set_spec` is '' for all there is;
-- `taken_until` is the other side's clock when the last whole harvest began: the next one asks from there.
create table harvest_source (
    id          uuid primary key,
    school_id   uuid        not null,
    name        text        not null,
    address     text        not null,
    set_spec    text        not null,
    prefix      text        not null check (prefix in ('oai_dc', 'oai_lom')),
    by_day      boolean     not null,
    taken_until timestamptz,
    added_by    uuid        not null,
    added_at    timestamptz not null,
    unique (school_id, address, set_spec)
);

-- One harvest. Each page is taken in one transaction with the token of the next, so that whoever dies goes on there.
create table harvest_run (
    id           uuid primary key,
    source_id    uuid        not null references harvest_source on delete cascade,
    school_id    uuid        not null,
    state        text        not null check (state in ('RUNNING', 'DONE', 'FAILED', 'STOPPED')),
    asked_from   timestamptz,
    their_clock  timestamptz,
    token        text,
    begun_anew   boolean     not null default false,
    total        bigint,
    seen         bigint      not null default 0,
    added        bigint      not null default 0,
    changed      bigint      not null default 0,
    gone         bigint      not null default 0,
    tries        integer     not null default 0,
    waits        integer     not null default 0,
    not_before   timestamptz not null,
    leased_until timestamptz,
    problem      text,
    started_by   uuid        not null,
    begun_at     timestamptz not null,
    at           timestamptz not null
);

create unique index harvest_run_one on harvest_run (source_id) where state = 'RUNNING';
create index harvest_run_of_source on harvest_run (source_id, begun_at desc);

-- What was taken over, by its name at the other side. `revision` is the material's after the harvest last wrote it: if
-- it is another now, somebody worked on it, and the harvest only notes that the original differs.
create table harvested_record (
    source_id   uuid        not null references harvest_source on delete cascade,
    identifier  text        not null,
    material_id uuid        not null references material,
    fingerprint text        not null,
    rights      text        not null,
    revision    integer     not null,
    differs     boolean     not null default false,
    gone        boolean     not null default false,
    at          timestamptz not null,
    primary key (source_id, identifier)
);

create index harvested_record_of_material on harvested_record (material_id);
