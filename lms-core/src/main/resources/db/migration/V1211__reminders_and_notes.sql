-- That a teacher has reminded a learner in a course; once a day at most.
create table reminder (
    id         uuid primary key,
    school_id  uuid        not null,
    course_id  uuid        not null references course,
    teacher_id uuid        not null,
    learner_id uuid        not null,
    text       text        not null,
    day        date        not null,
    at         timestamptz not null,
    unique (course_id, learner_id, day)
);

create index reminder_of_learner on reminder (learner_id, at);

-- What a learner wrote for himself at a lesson. Nobody else reads it.
create table lesson_note (
    learner_id uuid        not null,
    lesson_id  uuid        not null references lesson on delete cascade,
    school_id  uuid        not null,
    text       text        not null check (length(text) <= 20000),
    revision   integer     not null,
    changed_at timestamptz not null,
    primary key (learner_id, lesson_id)
);
