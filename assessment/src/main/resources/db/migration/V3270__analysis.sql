-- What is known of a version of an item from the answers it got. The last calibration holds; a null slope says that only the facility is known.
create table item_calibration (
    item_id        uuid        not null,
    item_version   integer     not null,
    school_id      uuid        not null,
    calibration_id uuid        not null,
    model          text        not null check (model in ('RASCH', '2PL', '3PL')),
    learners       integer     not null,
    facility       double precision not null,
    a              double precision,
    b              double precision,
    c              double precision,
    intercept      double precision,
    se_a           double precision,
    se_b           double precision,
    chi2           double precision,
    df             integer,
    p              double precision,
    calibrated_at  timestamptz not null,
    primary key (item_id, item_version)
);

-- A calibration that somebody asked for. It runs off the request; one whose runner was lost is run again from the start.
create table calibration (
    id             uuid primary key,
    school_id      uuid        not null,
    asked_by       uuid        not null,
    asked_at       timestamptz not null,
    model          text        not null check (model in ('RASCH', '2PL', '3PL')),
    assignment_ids uuid[]      not null,
    item_ids       uuid[],
    state          text        not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    runs           integer     not null default 0,
    -- the runner's last sign of life
    seen_at        timestamptz,
    ended_at       timestamptz,
    problem        text,
    result         jsonb
);
create index calibration_open on calibration (asked_at) where state in ('QUEUED', 'RUNNING');
