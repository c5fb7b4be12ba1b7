-- A file lies in the folder of arrivals until it is hashed, scanned and kept in the store.
alter table stored_file alter column sha256 drop not null;
alter table stored_file add column checked boolean not null default true;
alter table stored_file add column duplicate_of uuid;

create index stored_file_content on stored_file (school_id, sha256);
create index stored_file_read on stored_file (school_id, read_at);

-- What is done with a file, one row for each step that its kind needs.
create table ingest_step (
    file_id   uuid        not null references stored_file,
    school_id uuid        not null,
    step      text        not null,
    state     text        not null check (state in ('WAITING', 'RUNNING', 'DONE', 'SKIPPED', 'FAILED')),
    problem   text,
    -- of a hundred, while a long step runs
    progress  integer,
    tries     integer     not null default 0,
    at        timestamptz not null,
    primary key (file_id, step)
);

-- Nearly all steps are done: only the others are ever looked for.
create index ingest_step_open on ingest_step (school_id, step) where state in ('WAITING', 'RUNNING', 'FAILED');
create index ingest_step_slow on ingest_step (at)
    where state in ('WAITING', 'RUNNING') and step in ('PREVIEW', 'OCR', 'LADDER');

-- What was made of a file for devices that cannot show the file itself.
create table file_rendition (
    file_id    uuid   not null references stored_file,
    kind       text   not null,
    hash       text   not null,
    media_type text   not null,
    size       bigint not null,
    primary key (file_id, kind)
);

-- What a school keeps, each content once.
create table school_storage (
    school_id uuid primary key,
    bytes     bigint not null
);

insert into school_storage (school_id, bytes)
select school_id, sum(size) from (select distinct school_id, sha256, size from stored_file) each_content
group by school_id;

-- A file on its way in. Its bytes lie in the folder of arrivals under its id, which becomes the file's.
create table upload (
    id          uuid primary key,
    school_id   uuid        not null,
    owner_id    uuid        not null,
    name        text        not null,
    -- null while nobody knows: a link may not tell
    size        bigint,
    -- the material that it is added to; null makes a draft
    material_id uuid,
    replaces    uuid,
    -- the address, if it is fetched from a link
    source      text,
    state       text        not null check (state in ('OPEN', 'DONE', 'FAILED')),
    problem     text,
    created_at  timestamptz not null,
    expires_at  timestamptz not null
);

create index upload_open on upload (school_id, owner_id) where state <> 'DONE';
create index upload_expiry on upload (expires_at);
