-- Which state of a result other services have heard of: of a learner's attempts only the one that counts is told.
alter table release add column told_at timestamptz;
update release set told_at = released_at;
