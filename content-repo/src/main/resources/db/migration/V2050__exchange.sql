-- A school's library shows itself to the world under a name that its librarian chose; without a row here nothing of the
-- school is ever given out without an account.
create table open_library (
    school_id uuid primary key,
    code      text        not null unique check (code ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])$'),
    name      text        not null,
    email     text        not null,
    opened_by uuid        not null,
    opened_at timestamptz not null
);

-- What harvesters were told, or may have been told, of a material. No reference to the material: a record that was
-- given out once is told of as deleted for ever (OAI-PMH, deletedRecord "persistent"). `words` is what it is found by,
-- without marks. Nothing was ever open before this table was there.
create table open_record (
    material_id     uuid primary key,
    school_id       uuid        not null,
    version         integer     not null,
    subject         text        not null,
    type            text        not null,
    grades          integer[]   not null,
    words           text        not null,
    listed          boolean     not null,
    shown_before    boolean     not null,
    available_from  timestamptz,
    available_until timestamptz,
    stamp           timestamptz not null
);

create index open_record_of_school on open_record (school_id, stamp, material_id);

-- How often a material was opened, by day. Of persons nothing.
create table material_use (
    material_id uuid    not null,
    day         date    not null,
    kind        text    not null check (kind in ('FILE', 'READER', 'PACKAGE', 'PUBLIC')),
    school_id   uuid    not null,
    count       bigint  not null,
    primary key (material_id, day, kind)
);

create index material_use_of_school on material_use (school_id, day);
