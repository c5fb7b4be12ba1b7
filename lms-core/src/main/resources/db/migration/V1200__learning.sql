-- How far a learner is in a lesson. What was seen is never unseen.
create table lesson_progress (
    id           uuid primary key,
    school_id    uuid        not null,
    learner_id   uuid        not null,
    lesson_id    uuid        not null references lesson,
    course_id    uuid        not null references course,
    seen         text[]      not null,
    last_block   text,
    seconds      integer     not null,
    begun_at     timestamptz not null,
    seen_at      timestamptz not null,
    unique (learner_id, lesson_id)
);

create index lesson_progress_course on lesson_progress (learner_id, course_id);

-- Which version of a lesson was finished by whom; one row, one event.
create table lesson_completion (
    learner_id   uuid        not null,
    lesson_id    uuid        not null references lesson,
    version      integer     not null,
    school_id    uuid        not null,
    completed_at timestamptz not null,
    primary key (learner_id, lesson_id, version)
);
