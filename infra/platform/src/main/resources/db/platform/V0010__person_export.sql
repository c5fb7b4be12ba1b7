-- What this service holds of a person, gathered when it was asked for, to be fetched within a week.
create table person_export (
    export_id uuid primary key,
    school_id uuid        not null,
    person_id uuid        not null,
    readers   uuid[]      not null,
    body      jsonb       not null,
    made_at   timestamptz not null
);
create index person_export_of_person on person_export (person_id);
