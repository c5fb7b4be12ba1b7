-- The mark of one slot of a sitting; mark is null while a person has to look at it.
create table slot_mark (
    sitting_id uuid          not null references sitting (id),
    slot       uuid          not null,
    mark       numeric(8, 2),
    max_mark   numeric(8, 2) not null,
    marked_by  uuid,
    comment    text,
    marked_at  timestamptz   not null,
    primary key (sitting_id, slot)
);

-- What was shown to the learner, as it was when it was released; a later change of a mark shows only when it is released again.
create table release (
    sitting_id  uuid primary key references sitting (id),
    mark        numeric(8, 2) not null,
    max_mark    numeric(8, 2) not null,
    marks       jsonb         not null,
    answers     boolean       not null,
    released_at timestamptz   not null
);

-- Which member of staff has read which learner's work.
create table record_read (
    reader_id  uuid        not null,
    learner_id uuid        not null,
    sitting_id uuid        not null,
    read_at    timestamptz not null
);
create index record_read_learner on record_read (learner_id, read_at desc);
