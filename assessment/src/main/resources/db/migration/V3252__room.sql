-- Where each learner is just now. Lost in a crash of the database, and there again with the next beats: hence without a log.
create unlogged table presence (
    sitting_id    uuid primary key,
    assignment_id uuid        not null,
    seen_at       timestamptz not null,
    device        text,
    address       text,
    seq           integer     not null,
    acked         integer     not null,
    answered      integer     not null,
    slot          uuid
);
create index presence_assignment on presence (assignment_id);

-- What a device has seen: signs for a person, never a verdict. Rows are only ever added.
create table sitting_event (
    sitting_id  uuid        not null,
    device      text        not null,
    n           integer     not null,
    kind        text        not null,
    at          timestamptz not null,
    seconds     integer,
    received_at timestamptz not null,
    primary key (sitting_id, device, n)
);

-- The devices that a sitting was seen on.
create table sitting_device (
    sitting_id uuid        not null,
    device     text        not null,
    address    text,
    since      timestamptz not null,
    primary key (sitting_id, device)
);

-- What was done in the room, by whom: rows are only ever added, and the minutes are made of them. No foreign key: its lock on the
-- assignment would meet those who hold it while they wait for sittings.
create table room_entry (
    id            uuid primary key,
    school_id     uuid        not null,
    assignment_id uuid        not null,
    done_at       timestamptz not null,
    done_by       uuid        not null,
    kind          text        not null,
    learner_id    uuid,
    sitting_id    uuid,
    detail        jsonb       not null
);
create index room_entry_assignment on room_entry (assignment_id, done_at);
-- every instance of the service asks for the newest: what it remembers of these sittings is old
create index room_entry_at on room_entry (done_at);

-- Who watches beside those who lead.
create table invigilator (
    assignment_id uuid not null references assignment (id),
    person_id     uuid not null,
    primary key (assignment_id, person_id)
);
create index invigilator_person on invigilator (person_id);
