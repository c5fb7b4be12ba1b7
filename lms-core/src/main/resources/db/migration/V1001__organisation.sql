create table school (
    id         uuid primary key,
    name       text        not null,
    code       text        not null unique,
    level      text        not null,
    commune    text        not null,
    province   text        not null,
    created_at timestamptz not null
);

create table school_year (
    id        uuid primary key,
    school_id uuid not null references school,
    name      text not null,
    starts_on date not null,
    ends_on   date not null,
    unique (school_id, name)
);

create table school_class (
    id             uuid primary key,
    school_id      uuid    not null references school,
    school_year_id uuid    not null references school_year,
    name           text    not null,
    grade          integer not null check (grade between 1 and 12)
);
create unique index school_class_name on school_class (school_year_id, lower(name));

-- The id is Keycloak's subject. No ethnicity, address, parents or citizen id: what is not needed is not kept.
create table person (
    id          uuid primary key,
    school_id   uuid        not null references school,
    name        text        not null,
    name_folded text        not null,
    username    text        not null unique,
    code        text check (code ~ '^[0-9]{10}$'),
    birth_date  date,
    gender      text,
    roles       varchar[]   not null,
    created_at  timestamptz not null
);
create unique index person_code on person (school_id, code) where code is not null;

create table membership (
    id         uuid primary key,
    school_id  uuid        not null references school,
    person_id  uuid        not null references person,
    class_id   uuid        not null references school_class,
    role       text        not null,
    started_at timestamptz not null,
    ended_at   timestamptz
);
create unique index membership_open on membership (person_id, class_id, role) where ended_at is null;
create index membership_of_class on membership (class_id) where ended_at is null;
-- A student learns in one class at a time.
create unique index membership_one_class on membership (person_id) where role = 'STUDENT' and ended_at is null;

create table guardianship (
    id          uuid primary key,
    school_id   uuid        not null references school,
    guardian_id uuid        not null references person,
    child_id    uuid        not null references person,
    created_at  timestamptz not null,
    unique (guardian_id, child_id)
);
