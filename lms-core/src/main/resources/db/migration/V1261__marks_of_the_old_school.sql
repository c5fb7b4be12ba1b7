-- What came along with a pupil from another school of this install: the year's marks there and what followed from them, as they were on that day. Read only.
create table transferred_year (
    id             uuid primary key,
    school_id      uuid        not null references school,
    learner_id     uuid        not null references person,
    from_school_id uuid        not null references school,
    from_school    text        not null,
    year_name      text        not null,
    class_name     text        not null,
    grade          integer     not null,
    content        jsonb       not null,
    taken_at       timestamptz not null,
    unique (learner_id, from_school_id, year_name)
);
create index transferred_year_of_school on transferred_year (school_id, year_name);
