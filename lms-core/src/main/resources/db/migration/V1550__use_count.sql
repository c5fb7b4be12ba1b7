-- How often something happened at a school on a day, for what no other table of this service tells: no person is in it.
create table use_count (
    school_id uuid    not null references school,
    day       date    not null,
    what      text    not null,
    times     integer not null,
    primary key (school_id, what, day)
);
create index lesson_version_published on lesson_version (published_at);
create index lesson_completion_at on lesson_completion (school_id, completed_at);
create index released_mark_at on released_mark (school_id, released_at);
