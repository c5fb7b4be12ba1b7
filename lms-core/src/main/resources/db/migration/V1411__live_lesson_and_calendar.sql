-- A lesson at a distance: a link and its times. Who opened it when is what is known of attendance.
create table live_lesson (
    id           uuid primary key,
    school_id    uuid        not null references school,
    class_id     uuid        not null references school_class,
    teacher_id   uuid        not null references person,
    subject      text        not null,
    title        text        not null,
    url          text        not null,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null check (ends_at > starts_at),
    made_at      timestamptz not null,
    cancelled_at timestamptz
);
create index live_lesson_of_class on live_lesson (class_id, starts_at);

-- Insert-only: once for each time that the link was opened.
create table live_visit (
    live_lesson_id uuid        not null references live_lesson,
    learner_id     uuid        not null references person,
    opened_at      timestamptz not null
);
create index live_visit_of_lesson on live_visit (live_lesson_id, learner_id);
create index live_visit_of_learner on live_visit (learner_id);

-- Where the teacher knows better than the log.
create table live_presence (
    live_lesson_id uuid        not null references live_lesson,
    learner_id     uuid        not null references person,
    standing       text        not null check (standing in ('PRESENT', 'LATE', 'EXCUSED', 'ABSENT')),
    set_by         uuid        not null,
    set_at         timestamptz not null,
    primary key (live_lesson_id, learner_id)
);
create index live_presence_of_learner on live_presence (learner_id);

-- The day that a task is due in a class, as its event says.
create table class_due (
    source_id uuid        not null,
    class_id  uuid        not null references school_class,
    school_id uuid        not null,
    target_id uuid        not null,
    title     text        not null,
    place     text        not null,
    due_at    timestamptz not null,
    primary key (source_id, class_id)
);
create index class_due_of_class on class_due (class_id, due_at);

-- The address at which somebody's own calendar program reads his dates. Only a hash: it is shown when it is made.
create table calendar_feed (
    person_id   uuid primary key references person,
    school_id   uuid        not null references school,
    secret_hash text        not null unique,
    made_at     timestamptz not null,
    read_at     timestamptz
);
