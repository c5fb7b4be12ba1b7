-- The two terms of a school year; from the ministry's frame until the school enters its own days.
create table term (
    id             uuid primary key,
    school_year_id uuid    not null references school_year on delete cascade,
    number         integer not null check (number in (1, 2)),
    starts_on      date    not null,
    ends_on        date    not null check (ends_on >= starts_on),
    unique (school_year_id, number)
);
insert into term (id, school_year_id, number, starts_on, ends_on)
select gen_random_uuid(), y.id, 1, make_date(extract(year from y.starts_on)::integer, 9, 5),
       make_date(extract(year from y.starts_on)::integer + 1, 1, 15)
from school_year y;
insert into term (id, school_year_id, number, starts_on, ends_on)
select gen_random_uuid(), y.id, 2, make_date(extract(year from y.starts_on)::integer + 1, 1, 16),
       make_date(extract(year from y.starts_on)::integer + 1, 5, 31)
from school_year y;

alter table school_class add column homeroom_teacher_id uuid references person;

-- Who teaches which subject in which class; an ended one stays, since the marks of its time are somebody's.
create table teaching (
    id             uuid primary key,
    school_id      uuid not null references school,
    teacher_id     uuid not null references person,
    class_id       uuid not null references school_class,
    subject        text not null,
    school_year_id uuid not null references school_year,
    term           integer check (term in (1, 2)),
    starts_on      date not null,
    ends_on        date check (ends_on >= starts_on)
);
create index teaching_of_teacher on teaching (teacher_id);
create index teaching_of_class on teaching (class_id, subject);
create index teaching_of_year on teaching (school_year_id);

comment on column teaching.term is 'null: both terms';
comment on column teaching.ends_on is 'the last day; null: until the year is over';

-- Tổ chuyên môn.
create table subject_group (
    id        uuid primary key,
    school_id uuid      not null references school,
    name      text      not null,
    subjects  varchar[] not null,
    leader_id uuid references person
);
create unique index subject_group_name on subject_group (school_id, lower(name));

create table subject_group_member (
    group_id  uuid not null references subject_group on delete cascade,
    person_id uuid not null references person,
    primary key (group_id, person_id)
);
