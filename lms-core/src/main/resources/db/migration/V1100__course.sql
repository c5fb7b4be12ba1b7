create table course (
    id         uuid primary key,
    school_id  uuid        not null,
    teacher_id uuid        not null,
    title      text        not null,
    subject    text        not null,
    grade      integer     not null check (grade between 1 and 12),
    created_at timestamptz not null
);

create index course_teacher on course (school_id, teacher_id);

-- The classes that a course is given to.
create table course_class (
    course_id uuid not null references course,
    class_id  uuid not null,
    primary key (course_id, class_id)
);

create index course_class_class on course_class (class_id);

create table section (
    id         uuid primary key,
    course_id  uuid        not null references course,
    title      text        not null,
    position   integer     not null,
    created_at timestamptz not null
);

create index section_course on section (course_id);

-- A lesson is three things: what it is (here), what it is being turned into (lesson_draft), and what it was each time it was published (lesson_version).
create table lesson (
    id                 uuid primary key,
    school_id          uuid        not null,
    course_id          uuid        not null references course,
    section_id         uuid        not null references section,
    position           integer     not null,
    published_version  integer,
    published_revision integer,
    created_at         timestamptz not null
);

create index lesson_course on lesson (course_id);
create index lesson_section on lesson (section_id);

create table lesson_draft (
    lesson_id  uuid primary key references lesson,
    title      text        not null check (length(title) <= 200),
    summary    text        not null,
    minutes    integer     not null,
    blocks     jsonb       not null,
    indicators text[]      not null,
    revision   integer     not null,
    saved_at   timestamptz not null
);

-- Insert-only.
create table lesson_version (
    id           uuid primary key,
    lesson_id    uuid        not null references lesson,
    version      integer     not null,
    title        text        not null,
    summary      text        not null,
    minutes      integer     not null,
    blocks       jsonb       not null,
    indicators   text[]      not null,
    block_ids    text[]      not null,
    carries      text[]      not null,
    published_at timestamptz not null,
    published_by uuid        not null,
    unique (lesson_id, version)
);

comment on column lesson_version.carries is 'the indicators of the lesson and of its tasks together';

-- Pictures; the bytes lie in the S3 store under the same id.
create table media (
    id         uuid primary key,
    school_id  uuid        not null,
    media_type text        not null,
    size       bigint      not null,
    width      integer     not null,
    height     integer     not null,
    added_by   uuid        not null,
    added_at   timestamptz not null
);

-- Copies of what other services own, fed by their events.
create table known_material (
    id           uuid primary key,
    school_id    uuid    not null,
    version      integer not null,
    title        text    not null,
    type         text    not null,
    withdrawn    boolean not null default false
);

create table assigned_paper (
    id        uuid primary key,
    school_id uuid          not null,
    title     text          not null,
    subject   text          not null,
    opens_at  timestamptz,
    closes_at timestamptz,
    minutes   integer,
    questions integer       not null,
    max_mark  numeric(8, 2) not null
);

create table assigned_paper_class (
    assignment_id uuid not null references assigned_paper,
    class_id      uuid not null,
    primary key (assignment_id, class_id)
);

create index assigned_paper_class_class on assigned_paper_class (class_id);
