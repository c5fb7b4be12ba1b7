-- The latest released mark of each learner for each assignment.
create table released_mark (
    id            uuid primary key,
    school_id     uuid          not null,
    learner_id    uuid          not null,
    assignment_id uuid          not null,
    sitting_id    uuid          not null,
    title         text          not null,
    subject       text          not null,
    mark          numeric(8, 2) not null,
    max_mark      numeric(8, 2) not null,
    released_at   timestamptz   not null,
    unique (learner_id, assignment_id)
);

create index released_mark_assignment on released_mark (assignment_id);
