-- How a lesson comes to its learners in a school; without a row authors publish themselves.
create table lesson_road (
    school_id uuid primary key,
    road      text not null check (road in ('NONE', 'GROUP', 'GROUP_HEAD'))
);

-- A lesson as it was handed in for review. What was handed in is what gets published, whatever the draft becomes meanwhile.
create table lesson_review (
    id           uuid primary key,
    school_id    uuid        not null,
    lesson_id    uuid        not null references lesson on delete cascade,
    subject      text        not null,
    road         text        not null,
    stage        text        not null check (stage in ('GROUP', 'HEAD', 'APPROVED', 'RETURNED', 'WITHDRAWN')),
    revision     integer     not null,
    content      jsonb       not null,
    submitted_by uuid        not null,
    submitted_at timestamptz not null,
    decided_by   uuid,
    decided_at   timestamptz,
    reason       text,
    version      integer     not null
);

create unique index lesson_review_open on lesson_review (lesson_id) where stage in ('GROUP', 'HEAD');
create index lesson_review_waiting on lesson_review (school_id, stage) where stage in ('GROUP', 'HEAD');

-- What a reviewer says, at a block or to the whole.
create table lesson_remark (
    id         uuid primary key,
    review_id  uuid        not null references lesson_review on delete cascade,
    block_id   text,
    text       text        not null,
    written_by uuid        not null,
    written_at timestamptz not null
);

create index lesson_remark_review on lesson_remark (review_id);
