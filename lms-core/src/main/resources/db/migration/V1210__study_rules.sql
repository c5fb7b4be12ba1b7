-- What finishing a lesson takes, where a teacher has said so; a lesson without a row is finished when all of it was seen.
create table lesson_rule (
    lesson_id  uuid primary key references lesson on delete cascade,
    school_id  uuid        not null,
    course_id  uuid        not null references course,
    conditions jsonb       not null,
    changed_at timestamptz not null,
    changed_by uuid        not null
);

-- A lesson, or a section with all its lessons, that waits until another was finished.
create table prerequisite (
    id               uuid primary key,
    school_id        uuid not null,
    course_id        uuid not null references course,
    lesson_id        uuid references lesson on delete cascade,
    section_id       uuid references section on delete cascade,
    needs_lesson_id  uuid references lesson on delete cascade,
    needs_section_id uuid references section on delete cascade,
    check (num_nonnulls(lesson_id, section_id) = 1 and num_nonnulls(needs_lesson_id, needs_section_id) = 1)
);

create index prerequisite_of_course on prerequisite (course_id);

-- From when and until when a lesson or a section is learnt: by everybody, by one class, or by one learner.
create table opening (
    id         uuid primary key,
    school_id  uuid    not null,
    course_id  uuid    not null references course,
    lesson_id  uuid references lesson on delete cascade,
    section_id uuid references section on delete cascade,
    class_id   uuid,
    learner_id uuid,
    opens_at   timestamptz,
    until      timestamptz,
    closes     boolean not null,
    waived     boolean not null,
    check (num_nonnulls(lesson_id, section_id) = 1 and num_nonnulls(class_id, learner_id) <= 1),
    check (opens_at is null or until is null or opens_at < until),
    unique nulls not distinct (lesson_id, section_id, class_id, learner_id)
);

create index opening_of_course on opening (course_id);
create index opening_of_learner on opening (learner_id) where learner_id is not null;

comment on column opening.closes is 'after its end it cannot be learnt any more; else it is late only';
comment on column opening.waived is 'what has to be finished before is waived';

-- How many blocks of which version were seen, so that lists need not compare the blocks of every lesson.
alter table lesson_progress
    add column counted_version integer,
    add column counted_seen    integer;

create index lesson_progress_of_course on lesson_progress (course_id);
create index lesson_completion_of_learner on lesson_completion (learner_id);
