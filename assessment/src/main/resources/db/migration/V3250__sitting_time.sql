-- The time of a sitting: closes_at = min(start + limit, close) + needs + extra + what was paused.
alter table sitting
    add column paused_at     timestamptz,
    add column paused_micros bigint  not null default 0,
    add column needs_seconds integer not null default 0,
    add column extra_seconds integer not null default 0,
    add column handed_in_by  text check (handed_in_by in ('LEARNER', 'CLOCK', 'INVIGILATOR')),
    add column device        text,
    add column device_since  timestamptz;
update sitting set handed_in_by = case when handed_in_at > closes_at then 'CLOCK' else 'LEARNER' end
    where handed_in_at is not null;

-- What the room does to everybody at once; written by the room alone.
alter table assignment
    add column paused_at       timestamptz,
    add column room_message    text,
    add column room_message_at timestamptz;
