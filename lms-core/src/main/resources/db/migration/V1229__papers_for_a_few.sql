-- To whom of its classes a paper was given, as assessment says it since it tells of it.
alter table assigned_paper add column whole_class_ids uuid[];
alter table assigned_paper add column group_ids uuid[] not null default '{}';
comment on column assigned_paper.whole_class_ids is 'those of its classes that all have it; null: all of them, as before this was told';
comment on column assigned_paper.group_ids is 'groups of learners that have it';

-- Single learners who have it.
create table assigned_paper_learner (
    assignment_id uuid not null references assigned_paper,
    learner_id    uuid not null,
    primary key (assignment_id, learner_id)
);
create index assigned_paper_learner_learner on assigned_paper_learner (learner_id);
