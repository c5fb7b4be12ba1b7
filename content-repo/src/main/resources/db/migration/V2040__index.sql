-- Somebody asked for the index to be made anew: every replica whose own index is older than the newest row does so.
create table index_rebuild (
    number   bigint generated always as identity primary key,
    asked_at timestamptz not null default now()
);

-- What each replica's index is at, told by itself.
create table index_progress (
    replica   text primary key,
    rebuild   bigint      not null,
    done      integer     not null,
    total     integer     not null,
    materials integer     not null,
    pages     integer     not null,
    bytes     bigint      not null,
    told_at   timestamptz not null
);
