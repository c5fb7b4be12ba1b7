-- What has changed for whole rooms, for every instance of the service to hear of; old rows are thrown away.
create table sitting_news (
    id            uuid primary key,
    assignment_id uuid        not null,
    told_at       timestamptz not null
);
create index sitting_news_told on sitting_news (told_at);
drop index room_entry_at;

-- so that the other instances hear of single sittings that were handed in
create index sitting_handed_in on sitting (handed_in_at) where handed_in_at is not null;
