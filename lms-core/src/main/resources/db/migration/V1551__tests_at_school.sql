-- Tests that open in computer rooms of the school alone; of what was given before nobody told.
alter table assigned_paper add column at_school boolean not null default false;
