-- Events on their way out, in the transaction of the change that they tell of; a relay deletes what Kafka has acknowledged.
create table outbox (
    position    bigint generated always as identity primary key,
    id          uuid        not null,
    type        text        not null,
    key         uuid        not null,
    body        jsonb       not null,
    happened_at timestamptz not null
);

-- Events of other services that were handled, so that one which comes twice is handled once.
create table inbox (
    event_id   uuid primary key,
    type       text        not null,
    handled_at timestamptz not null default now()
);

-- Events that could not be handled, whole, to be looked at and replayed.
create table dead_letter (
    topic     text        not null,
    partition integer     not null,
    position  bigint      not null,
    key       text,
    headers   text        not null,
    body      text,
    laid_at   timestamptz not null default now(),
    primary key (topic, partition, position)
);
