-- The calendar reads the days of tasks where they are set; on a learner's first page stand those of his groups.
drop table class_due;
alter table task_own_due add foreign key (group_id) references learner_group;
create index learner_group_member_person on learner_group_member (person_id);
