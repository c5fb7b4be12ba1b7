-- What a teacher says to classes, the head or the administrator to them or to the whole school.
create table announcement (
    id           uuid primary key,
    school_id    uuid        not null references school,
    owner_id     uuid references person,
    sent_as      uuid        not null,
    class_ids    uuid[]      not null,
    roles        text[]      not null check (cardinality(roles) > 0),
    title        text        not null check (length(title) <= 200),
    text         text        not null check (length(text) <= 4000),
    ends_on      date,
    made_at      timestamptz not null,
    edited_at    timestamptz,
    withdrawn_at timestamptz,
    unique (owner_id, sent_as)
);
create index announcement_of_school on announcement (school_id, id desc);
create index announcement_of_owner on announcement (owner_id, id desc);

comment on column announcement.owner_id is 'who wrote it; null: somebody who was erased';
comment on column announcement.sent_as is 'the device''s number of the sending: the same again is the same announcement';
comment on column announcement.class_ids is 'none: the whole school';
comment on column announcement.roles is 'of classes STUDENT, GUARDIAN or both; of a school any';
comment on column announcement.ends_on is 'the last day it is shown on first pages and lists; null: as long as it is kept';

-- How many have read each.
create index notice_of_announcement on notice (source_id) where kind = 'ANNOUNCEMENT';
