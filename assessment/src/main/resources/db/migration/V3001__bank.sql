-- The identity of a question; what it asks is in its versions, which are only ever added.
create table item (
    id         uuid primary key,
    school_id  uuid        not null,
    latest     integer     not null,
    created_by uuid        not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    revision   integer     not null
);
create index item_of_school on item (school_id, updated_at desc);

create table item_version (
    id         uuid primary key,
    item_id    uuid        not null references item,
    number     integer     not null,
    school_id  uuid        not null,
    form       text        not null,
    content    jsonb       not null,
    -- the prompt's words, and the same without accents: for lists and for search
    text       text        not null,
    folded     text        not null,
    subject    text        not null,
    grade      integer,
    topic      text,
    cognitive  text,
    indicators text[]      not null,
    source     text,
    created_by uuid        not null,
    created_at timestamptz not null,
    unique (item_id, number)
);

-- Pictures of questions; the bytes lie in the S3 store.
create table medium (
    id         uuid primary key,
    school_id  uuid        not null,
    media_type text        not null,
    size       bigint      not null,
    width      integer     not null,
    height     integer     not null,
    created_by uuid        not null,
    created_at timestamptz not null
);
