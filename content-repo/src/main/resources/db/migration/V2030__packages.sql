-- A package that was unpacked: what it says of itself (reading.PackageSheet), and its entries, whose bytes lie in the S3 store
-- under school/hash.
create table package_content (
    file_id   uuid primary key references stored_file,
    school_id uuid  not null,
    sheet     jsonb not null
);

create table package_entry (
    file_id    uuid   not null references stored_file,
    path       text   not null,
    hash       text   not null,
    media_type text   not null,
    size       bigint not null,
    primary key (file_id, path)
);

-- Who may fetch the entries of one package for a while, without any cookie. Found by the hash of the ticket, so that a copy of
-- this table opens nothing.
create table package_ticket (
    id_hash    bytea primary key,
    file_id    uuid        not null references stored_file,
    school_id  uuid        not null,
    person_id  uuid        not null,
    origin     text        not null,
    app_origin text        not null,
    expires_at timestamptz not null
);

create index package_ticket_expires_at on package_ticket (expires_at);

-- One go of one person at one package. Saves are ordered by visit and number; an older one never overwrites a newer one.
create table package_attempt (
    id          uuid primary key,
    school_id   uuid          not null,
    material_id uuid          not null references material,
    file_id     uuid          not null references stored_file,
    learner_id  uuid          not null,
    number      integer       not null,
    lesson_id   uuid,
    visit       integer       not null,
    saved_visit integer       not null,
    seq         integer       not null,
    state       text,
    score       numeric(7, 6),
    completed   boolean       not null,
    passed      boolean,
    seconds     integer       not null,
    begun_at    timestamptz   not null,
    saved_at    timestamptz,
    revision    integer       not null,
    unique (learner_id, file_id, number)
);

create index package_attempt_of_file on package_attempt (file_id, learner_id);
