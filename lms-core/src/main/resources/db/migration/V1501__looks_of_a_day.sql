-- One line for each reader, learner, kind and day. Lines of before have no day and stay as they are.
alter table record_access add column day date;
create unique index record_access_once on record_access (reader_id, learner_id, what, day);
create index record_access_latest on record_access (school_id, at);
comment on column record_access.at is 'of the first look of the day';
