-- Where somebody is in a file, and what he wrote beside it. Nobody else ever sees either, and both go with the file.
create table reading_position (
    person_id   uuid             not null,
    file_id     uuid             not null references stored_file on delete cascade,
    material_id uuid             not null references material on delete cascade,
    school_id   uuid             not null,
    n           integer          not null,
    within      double precision not null,
    share       double precision not null,
    at          timestamptz      not null,
    primary key (person_id, file_id)
);

create index reading_position_of_person on reading_position (person_id, at desc);
create index reading_position_of_file on reading_position (file_id);

create table reading_note (
    id          uuid primary key,
    person_id   uuid        not null,
    file_id     uuid        not null references stored_file on delete cascade,
    material_id uuid        not null references material on delete cascade,
    school_id   uuid        not null,
    n           integer     not null,
    quote       text,
    text        text        not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);

create index reading_note_of_person on reading_note (person_id, file_id, n);
create index reading_note_of_file on reading_note (file_id);
