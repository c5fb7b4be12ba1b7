-- A reminder may be of one task: once a day for each, beside those of the course as a whole.
alter table reminder add column task_id uuid references task;
alter table reminder drop constraint reminder_course_id_learner_id_day_key;
create unique index reminder_once on reminder (course_id, learner_id, day, task_id) nulls not distinct;
create index reminder_of_task on reminder (task_id) where task_id is not null;
comment on column reminder.task_id is 'null: of the course as a whole';

-- For the count of what waits on a teacher's first page.
create index task_work_waiting on task_work (class_id, task_id) where state = 'HANDED_IN';
create index lesson_question_waiting on lesson_question (class_id, course_id) where waiting;
