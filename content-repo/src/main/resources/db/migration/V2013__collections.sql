-- What a librarian puts together, and what teachers give their classes to read; nested one level.
create table collection (
    id          uuid primary key,
    school_id   uuid        not null,
    owner_id    uuid        not null,
    kind        text        not null check (kind in ('COLLECTION', 'READING_LIST')),
    parent_id   uuid references collection,
    title       text        not null,
    description text        not null,
    visibility  text        not null check (visibility in ('CLASSES', 'STAFF', 'SCHOOL', 'OPEN')),
    class_ids   jsonb       not null,
    audience    text[]      not null,
    items       jsonb       not null,
    place       integer     not null,
    revision    integer     not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);

create index collection_shelf on collection (school_id, kind, place);
create index collection_parent on collection (parent_id);

create table favourite (
    person_id   uuid        not null,
    material_id uuid        not null references material,
    school_id   uuid        not null,
    at          timestamptz not null,
    primary key (person_id, material_id)
);
