-- Lists of staff and of guardians go the same way as those of pupils.
alter table roster_row add column marks varchar[];
alter table roster_row add column staff_code text;
alter table roster_row add column subjects varchar[];
alter table roster_row add column group_name text;
alter table roster_row add column child_code text;
alter table roster_row add column child_name text;
alter table roster_row add column relation text;
create index guardianship_of_school on guardianship (school_id);
create index guardianship_of_child on guardianship (child_id);

comment on column roster_row.marks is 'by which the person is known again (one_roster_id.source_id); contacts only as fingerprints';
