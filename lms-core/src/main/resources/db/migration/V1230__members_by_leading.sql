-- A homeroom teacher who is in his class for that alone leaves it with that.
alter table membership add column by_leading boolean not null default false;
comment on column membership.by_leading is 'came into the class as its homeroom teacher; not known of those from before this was kept';
