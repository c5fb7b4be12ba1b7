-- What of the platform a text asks consent for: off for whoever has not agreed.
alter table consent_text
    add column uses text[] not null default '{}';

-- What was stopped for a person because he asked for it, until it is taken back.
create table use_stop (
    request_id uuid        not null references privacy_request,
    used_for   text        not null,
    school_id  uuid        not null references school,
    person_id  uuid        not null references person,
    stopped_by uuid        not null,
    stopped_at timestamptz not null,
    ended_by   uuid,
    ended_at   timestamptz,
    primary key (request_id, used_for)
);
create index use_stop_standing on use_stop (person_id) where ended_at is null;
