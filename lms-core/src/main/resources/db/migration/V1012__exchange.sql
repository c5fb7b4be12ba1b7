-- First passwords are set in Keycloak after the accounts are there: hashing one costs eight times what an account does.
alter table first_password add column is_set boolean not null default true;
create index first_password_to_set on first_password (made_at) where not is_set;

-- Lists come from the ministry or as OneRoster; the latter also says who teaches, leads and guards whom.
alter table roster_import add column kind text not null default 'LIST';
alter table roster_import add column links jsonb;
alter table roster_import add column links_to_do integer not null default 0;
alter table roster_row add column person_id uuid;
alter table roster_row add column source_file text;
alter table roster_row add column source_id text;
alter table roster_row add column roles varchar[];
create index roster_row_of_person on roster_row (person_id) where person_id is not null;

-- What another system calls somebody, so that its next file means the same person.
create table one_roster_id (
    school_id uuid not null references school,
    source_id text not null,
    person_id uuid not null references person on delete cascade,
    primary key (school_id, source_id)
);
create index one_roster_id_of_person on one_roster_id (person_id);
