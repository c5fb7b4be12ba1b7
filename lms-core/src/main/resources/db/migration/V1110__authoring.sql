-- A draft is written by several at once: each part knows when and from which open page it was changed last, and what could not be merged.
alter table lesson_draft
    add column plan     jsonb,
    add column marks    jsonb not null default '{}',
    add column twins    jsonb not null default '[]',
    add column saved_by uuid;

alter table lesson_version
    add column plan jsonb;

-- Who writes a course beside its teacher.
create table course_author (
    course_id uuid not null references course,
    person_id uuid not null,
    primary key (course_id, person_id)
);

create index course_author_person on course_author (person_id);

-- A page that is open on a lesson. Its numbered changes are taken once and in order; where it stands is shown to the others.
create table lesson_desk (
    lesson_id uuid        not null references lesson on delete cascade,
    device    uuid        not null,
    person_id uuid        not null,
    seq       bigint      not null,
    block_id  text,
    seen_at   timestamptz not null,
    primary key (lesson_id, device)
);
