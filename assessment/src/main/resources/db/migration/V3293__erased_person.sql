-- Whose data was erased here, by id alone. Topics are read side by side: what was said of him earlier may be heard later, and must not
-- bring him back.
create table erased_person (
    id        uuid primary key,
    erased_at timestamptz not null
);
