-- Whoever has left the school keeps his past and loses the way in.
alter table person add column left_on date;
alter table person add column erased_at timestamptz;

-- Roles that begin or end on a day. What somebody is today stands in person.roles and in Keycloak.
create table role_term (
    id        uuid primary key,
    school_id uuid    not null references school,
    person_id uuid    not null references person,
    role      text    not null,
    starts_on date    not null,
    ends_on   date check (ends_on >= starts_on),
    held      boolean not null,
    over      boolean not null default false
);
create index role_term_of_person on role_term (person_id);
create index role_term_open on role_term (starts_on) where not over;

comment on column role_term.ends_on is 'the last day';
comment on column role_term.held is 'whether Keycloak and person.roles have it';

-- That the guardian has said himself that he acts for the child; what he agrees to counts from then on.
alter table guardianship add column relation text;
alter table guardianship add column accepted_at timestamptz;

create table rollover (
    id           uuid primary key,
    school_id    uuid        not null references school,
    from_year_id uuid        not null references school_year,
    to_year_id   uuid        not null references school_year,
    state        text        not null,
    made_by      uuid        not null,
    made_at      timestamptz not null,
    applied_at   timestamptz
);
create unique index rollover_open on rollover (school_id) where state in ('DRAFT', 'APPLIED');

create table rollover_move (
    rollover_id  uuid not null references rollover on delete cascade,
    person_id    uuid not null references person,
    from_class_id uuid not null references school_class,
    decision     text not null,
    to_name      text,
    to_grade     integer,
    to_class_id  uuid,
    shut          boolean not null default false,
    primary key (rollover_id, person_id)
);

comment on column rollover_move.shut is 'whether the way in of somebody who left was shut after the confirmation';
