-- A paper: its draft, and a pointer to the version that is published.
create table paper (
    id                uuid primary key,
    school_id         uuid        not null,
    author_id         uuid        not null,
    title             text        not null,
    subject           text        not null,
    grade             integer,
    minutes           integer     not null,
    parts             jsonb       not null,
    revision          integer     not null,
    published_version integer,
    updated_at        timestamptz not null
);
create index paper_school on paper (school_id, updated_at desc);

-- What was published: never changed afterwards.
create table paper_version (
    paper_id     uuid          not null references paper (id),
    version      integer       not null,
    school_id    uuid          not null,
    title        text          not null,
    subject      text          not null,
    grade        integer,
    minutes      integer       not null,
    parts        jsonb         not null,
    questions    integer       not null,
    points       numeric(8, 2) not null,
    published_by uuid          not null,
    published_at timestamptz   not null,
    primary key (paper_id, version)
);

-- A published paper given to classes.
create table assignment (
    id              uuid primary key,
    school_id       uuid        not null,
    paper_id        uuid        not null,
    paper_version   integer     not null,
    title           text        not null,
    opens_at        timestamptz not null,
    closes_at       timestamptz not null,
    minutes         integer     not null,
    shuffle_items   boolean     not null,
    shuffle_options boolean     not null,
    assigned_by     uuid        not null,
    assigned_at     timestamptz not null,
    released_at     timestamptz,
    foreign key (paper_id, paper_version) references paper_version (paper_id, version)
);
create index assignment_school on assignment (school_id, opens_at desc);

create table assignment_class (
    assignment_id uuid not null references assignment (id),
    class_id      uuid not null,
    primary key (assignment_id, class_id)
);
create index assignment_class_class on assignment_class (class_id);
