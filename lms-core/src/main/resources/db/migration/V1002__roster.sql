-- First passwords, sealed with lopmo.secret.key: until they are changed, 30 days at most.
create table first_password (
    person_id uuid primary key references person on delete cascade,
    school_id uuid        not null references school,
    sealed    bytea       not null,
    made_at   timestamptz not null
);

create table roster_import (
    id           uuid primary key,
    school_id    uuid        not null references school,
    file_name    text        not null,
    state        text        not null,
    created_at   timestamptz not null,
    created_by   uuid        not null,
    done         integer     not null default 0,
    total        integer     not null default 0,
    tries        integer     not null default 0,
    problem      text,
    leased_until timestamptz
);
create index roster_import_of_school on roster_import (school_id, created_at desc);
create index roster_import_at_work on roster_import (created_at) where state = 'APPLYING';

create table roster_row (
    id              uuid primary key,
    import_id       uuid    not null references roster_import on delete cascade,
    sheet_row       integer not null,
    verdict         text    not null,
    code            text,
    name            text,
    birth_date      date,
    gender          text,
    class_name      text,
    grade           integer,
    reasons         varchar[] not null,
    changes         jsonb   not null,
    username        text,
    sealed_password bytea,
    applied_at      timestamptz
);
create index roster_row_of_import on roster_row (import_id, sheet_row);
create unique index roster_row_username on roster_row (username) where username is not null and applied_at is null;
