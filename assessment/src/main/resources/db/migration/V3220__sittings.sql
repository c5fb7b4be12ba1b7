create table sitting (
    id               uuid primary key,
    school_id        uuid        not null,
    assignment_id    uuid        not null references assignment (id),
    learner_id       uuid        not null,
    seed             bigint      not null,
    started_at       timestamptz not null,
    closes_at        timestamptz not null,
    handed_in_at     timestamptz,
    revision         integer     not null,
    unique (assignment_id, learner_id)
);
create index sitting_learner on sitting (learner_id);
create index sitting_open on sitting (closes_at) where handed_in_at is null;

-- Every answer as it was given, numbered by the learner's device. Rows are only ever added. No foreign key: the sitting is checked
-- before, and the check would cost every saved answer a lookup inside the database.
create table answer_step (
    sitting_id  uuid        not null,
    seq         integer     not null,
    slot        uuid        not null,
    answer      jsonb,
    typed_at    timestamptz not null,
    received_at timestamptz not null,
    primary key (sitting_id, seq)
);

-- Work that came after the sitting was over: kept apart for the teacher, never counted by itself.
create table late_step (
    sitting_id  uuid        not null,
    seq         integer     not null,
    slot        uuid        not null,
    answer      jsonb,
    typed_at    timestamptz not null,
    received_at timestamptz not null,
    primary key (sitting_id, seq, typed_at)
);
