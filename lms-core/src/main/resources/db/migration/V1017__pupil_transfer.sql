-- A pupil on his way to another school of this install: offered by the one, taken or declined by the other.
create table pupil_transfer (
    id           uuid primary key,
    school_id    uuid        not null references school,
    to_school_id uuid        not null references school,
    person_id    uuid        not null references person,
    state        text        not null check (state in ('WAITING', 'WITHDRAWN', 'DECLINED', 'ENDED', 'TAKEN')),
    offered_by   uuid        not null,
    offered_at   timestamptz not null,
    ends_at      timestamptz not null,
    reason       text,
    settled_by   uuid,
    settled_at   timestamptz,
    taken_as     uuid references person,
    shut         boolean     not null default false
);
create unique index pupil_transfer_waiting on pupil_transfer (person_id) where state = 'WAITING';
create index pupil_transfer_from on pupil_transfer (school_id, offered_at desc);
create index pupil_transfer_to on pupil_transfer (to_school_id, offered_at desc);
create index pupil_transfer_unshut on pupil_transfer (settled_at) where state = 'TAKEN' and not shut;

comment on column pupil_transfer.school_id is 'the school that he leaves';
comment on column pupil_transfer.reason is 'why it was declined';
comment on column pupil_transfer.taken_as is 'who he is at the new school';
comment on column pupil_transfer.shut is 'whether the way in at the old school was shut';

-- Who somebody was at the school that he came from: a person belongs to one school (docs/adr/0019).
alter table person add column came_from uuid references person;
create index person_came_from on person (came_from) where came_from is not null;
