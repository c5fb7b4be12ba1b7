-- A material is the identity that lasts; what readers see is one of its versions, which are only ever added.
create table material (
    id                uuid primary key,
    school_id         uuid        not null,
    owner_id          uuid        not null,
    state             text        not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    metadata          jsonb       not null,
    revision          integer     not null,
    staff_only        boolean     not null default false,
    published_version integer,
    published_at      timestamptz,
    withdrawn_reason  text,
    created_at        timestamptz not null,
    updated_at        timestamptz not null
);

create index material_queue on material (school_id, state, updated_at desc);

create table material_version (
    id           uuid primary key,
    material_id  uuid        not null references material,
    version      integer     not null,
    metadata     jsonb       not null,
    file_ids     jsonb       not null,
    published_by uuid        not null,
    published_at timestamptz not null,
    unique (material_id, version)
);

-- The bytes lie in the S3 store under school/sha256, once for a school however often they are uploaded.
create table stored_file (
    id          uuid primary key,
    school_id   uuid        not null,
    material_id uuid        not null references material,
    name        text        not null,
    size        bigint      not null,
    media_type  text        not null,
    sha256      text        not null,
    state       text        not null check (state in ('RECEIVED', 'READING', 'READY', 'FAILED')),
    problem     text,
    pages       integer,
    thumbnail   text,
    current     boolean     not null,
    tries       integer     not null default 0,
    created_at  timestamptz not null,
    read_at     timestamptz
);

create index stored_file_of_material on stored_file (material_id);
create index stored_file_to_read on stored_file (created_at) where state in ('RECEIVED', 'READING');

-- What was read out of a file: plain text for the index, safe HTML for the reader.
create table file_page (
    file_id uuid    not null references stored_file,
    n       integer not null,
    title   text,
    text    text    not null,
    html    text    not null,
    primary key (file_id, n)
);

-- Pictures out of a book or a document, in the S3 store under their hash.
create table file_part (
    file_id    uuid   not null references stored_file,
    hash       text   not null,
    media_type text   not null,
    size       bigint not null,
    primary key (file_id, hash)
);

-- What the index must look at again, in an order that no late commit can slip into: by transaction, then by number.
create table index_change (
    number      bigint generated always as identity primary key,
    transaction xid8 not null default pg_current_xact_id(),
    material_id uuid not null
);

create index index_change_order on index_change (transaction, number);

-- Names this database, so that an index which was made from another one is not taken for its own.
create table index_source (
    id uuid not null default gen_random_uuid()
);

insert into index_source default values;
