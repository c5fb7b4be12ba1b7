-- A file that was read, under review by the person who sent it.
create table paper_import (
    id         uuid primary key,
    school_id  uuid        not null,
    owner_id   uuid        not null,
    file_name  text        not null,
    state      text        not null check (state in ('REVIEW', 'IN_BANK')),
    subject    text,
    grade      integer,
    -- the file as rich text, block by block, to be seen beside the questions
    source     jsonb       not null,
    created_at timestamptz not null,
    saved_at   timestamptz not null,
    revision   integer     not null
);
create index paper_import_of_owner on paper_import (owner_id, created_at desc);

-- One row a question, so that saving one never waits for another.
create table import_question (
    id        uuid primary key,
    import_id uuid    not null references paper_import on delete cascade,
    n         integer not null,
    body      jsonb   not null,
    settled   boolean not null,
    dropped   boolean not null,
    unique (import_id, n)
);
