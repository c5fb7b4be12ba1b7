-- Under which conditions an assignment may be taken, and by whom beside its classes.
alter table assignment
    add column mode            text      not null default 'EXAM' check (mode in ('EXAM', 'HOMEWORK', 'PRACTICE')),
    add column purpose         text      not null default 'REGULAR' check (purpose in ('REGULAR', 'PERIODIC')),
    add column attempts        integer   not null default 1 check (attempts between 0 and 20),
    add column counts          text      not null default 'BEST' check (counts in ('BEST', 'LAST')),
    add column passcode        text,
    add column addresses       varchar[] not null default '{}',
    add column seb_config_keys varchar[] not null default '{}',
    add column one_device      boolean   not null default false,
    add column paging          text      not null default 'ONE' check (paging in ('ONE', 'ALL')),
    add column message         text,
    -- those of its classes that are groups, and single persons
    add column groups          uuid[]    not null default '{}',
    add column learners        uuid[]    not null default '{}',
    -- the head's decision that a periodic test is not taken at school
    add column decision_number text,
    add column decided_on      date,
    add column decision_reason text,
    add column decided_by      uuid;
create index assignment_learners on assignment using gin (learners);

-- A learner may have several goes at one assignment.
alter table sitting add column attempt integer not null default 1 check (attempt >= 1);
alter table sitting drop constraint sitting_assignment_id_learner_id_key;
alter table sitting add constraint sitting_attempt unique (assignment_id, learner_id, attempt);

-- What a learner needs always (more time), and what he is granted for one assignment, which then counts instead.
create table learner_need (
    learner_id    uuid        not null,
    school_id     uuid        not null,
    extra_percent integer     not null check (extra_percent between 0 and 200),
    note          text,
    set_by        uuid        not null,
    set_at        timestamptz not null,
    primary key (learner_id, school_id)
);

create table assignment_need (
    assignment_id uuid        not null references assignment (id),
    learner_id    uuid        not null,
    extra_minutes integer     not null check (extra_minutes between 0 and 600),
    opens_at      timestamptz,
    closes_at     timestamptz,
    attempts      integer check (attempts between 0 and 20),
    note          text,
    set_by        uuid        not null,
    set_at        timestamptz not null,
    primary key (assignment_id, learner_id)
);

-- How often a practising learner had a slot checked.
create table practice_check (
    sitting_id uuid    not null references sitting (id),
    slot       uuid    not null,
    tries      integer not null,
    primary key (sitting_id, slot)
);
