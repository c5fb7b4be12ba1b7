-- One signed-in browser. The row is found by the hash of its cookie and sealed with a key made from the cookie, so that a copy of
-- this table opens no session.
create table session (
    id_hash    bytea primary key,
    sealed     bytea       not null,
    expires_at timestamptz not null
);

create index session_expires_at on session (expires_at);
