-- The day on which a task is due for one learner, or for a group of learners, beside those of classes: see
-- learning.task.TaskDays for which of them counts.
create table task_own_due (
    task_id    uuid        not null references task,
    school_id  uuid        not null,
    learner_id uuid,
    group_id   uuid,
    due_at     timestamptz not null,
    check (num_nonnulls(learner_id, group_id) = 1),
    unique (task_id, learner_id),
    unique (task_id, group_id)
);
create index task_own_due_learner on task_own_due (learner_id) where learner_id is not null;
create index task_own_due_group on task_own_due (group_id) where group_id is not null;

alter table task_work add column came_late boolean;
update task_work set came_late = late;
alter table task_work alter column came_late set not null;
comment on column task_work.came_late is 'by the day that counted when it came; late is by the day that counts now';
