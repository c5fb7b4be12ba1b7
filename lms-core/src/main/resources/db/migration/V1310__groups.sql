-- Learners of a class or of several whom a teacher gives work together. Told to other services like a class.
create table learner_group (
    id         uuid primary key,
    school_id  uuid        not null references school,
    class_id   uuid        not null references school_class,
    name       text        not null,
    grade      integer     not null,
    made_by    uuid        not null references person,
    made_at    timestamptz not null,
    ended_at   timestamptz,
    revision   integer     not null
);
create index learner_group_made_by on learner_group (made_by) where ended_at is null;
create index learner_group_school on learner_group (school_id) where ended_at is null;

create table learner_group_member (
    group_id  uuid not null references learner_group,
    person_id uuid not null references person,
    primary key (group_id, person_id)
);

-- Of a practice no marks come: it is no column of the gradebook.
alter table assigned_paper add column practice boolean not null default false;
