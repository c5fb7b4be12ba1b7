-- What a draft was, an author's sitting at a time: one row while the same person writes on without a long break.
create table lesson_snapshot (
    id         uuid primary key,
    lesson_id  uuid        not null references lesson on delete cascade,
    saved_by   uuid        not null,
    began_at   timestamptz not null,
    saved_at   timestamptz not null,
    revision   integer     not null,
    title      text        not null,
    summary    text        not null,
    minutes    integer     not null,
    blocks     jsonb       not null,
    indicators text[]      not null,
    plan       jsonb       not null
);

create index lesson_snapshot_lesson on lesson_snapshot (lesson_id, saved_at desc);
