-- By what Keycloak names a session and its person when it ends them; hashed, as the cookie is. Whoever signs in
-- after an end, at a second of the epoch, is not meant by it. Rows from before do not say: their browsers sign
-- in once more, without a password while Keycloak knows them.
delete from session;

alter table session
    add column sid_hash     bytea not null,
    add column subject_hash bytea not null,
    add column signed_in_at bigint not null;

create index session_sid_hash on session (sid_hash);
create index session_subject_hash on session (subject_hash);
