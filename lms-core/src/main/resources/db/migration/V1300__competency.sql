-- The national framework as the data file has it; written anew at each start, so that a corrected file is taken over by a restart.
create table framework (
    id    text primary key,
    title text not null
);

create table framework_level (
    code      text primary key,
    level     integer not null unique,
    band      text    not null,
    band_name text    not null
);

create table framework_target (
    grade      integer primary key,
    level_code text not null references framework_level
);

create table framework_domain (
    code     text primary key,
    name     text    not null,
    position integer not null
);

create table framework_competence (
    code        text primary key,
    domain      text    not null references framework_domain,
    name        text    not null,
    description text    not null,
    position    integer not null
);

create table framework_indicator (
    code       text primary key,
    competence text    not null references framework_competence,
    level_code text    not null references framework_level,
    wording    text    not null,
    position   integer not null
);

-- What speaks for a learner's having an indicator: a finished lesson, or a released result's share of the marks that carry it.
create table evidence (
    id         uuid primary key,
    school_id  uuid          not null,
    learner_id uuid          not null,
    indicator  text          not null,
    kind       text          not null check (kind in ('LESSON', 'RESULT')),
    source_id  uuid          not null,
    part_of    uuid          not null,
    title      text          not null,
    share      numeric(5, 4) not null check (share between 0 and 1),
    at         timestamptz   not null,
    unique (learner_id, kind, source_id, indicator)
);

comment on column evidence.source_id is 'the lesson, or the sitting';
comment on column evidence.part_of is 'the course, or the assignment';

create index evidence_school_learner on evidence (school_id, learner_id);

-- What was once reached and told; never deleted, so that each is told once. What holds today is computed from the evidence.
create table attainment (
    learner_id  uuid        not null,
    competence  text        not null,
    level_code  text        not null,
    indicator   text        not null default '',
    school_id   uuid        not null,
    attained_at timestamptz not null,
    primary key (learner_id, competence, level_code, indicator)
);

-- Who of the staff looked into which learner's record, and when.
create table record_access (
    id         uuid primary key,
    school_id  uuid        not null,
    reader_id  uuid        not null,
    learner_id uuid        not null,
    what       text        not null,
    at         timestamptz not null
);

create index record_access_learner on record_access (school_id, learner_id, at);
