-- What the school asks consent for. A changed text is a new version; consent to an older one does not count for it.
create table consent_text (
    id        uuid primary key,
    school_id uuid        not null references school,
    purpose   text        not null,
    version   integer     not null,
    title     text        not null,
    body      text        not null,
    ended_at  timestamptz,
    made_by   uuid        not null,
    made_at   timestamptz not null,
    unique (school_id, purpose, version)
);

-- Who has agreed to what for whom. Withdrawn, not deleted: that there was consent is what has to be shown.
create table consent (
    id           uuid primary key,
    school_id    uuid        not null references school,
    text_id      uuid        not null references consent_text,
    subject_id   uuid        not null references person,
    given_by     uuid        not null references person,
    given_at     timestamptz not null,
    withdrawn_at timestamptz
);
create unique index consent_standing on consent (text_id, subject_id, given_by) where withdrawn_at is null;
create index consent_of_subject on consent (subject_id);

-- Requests about one's data, with their clocks.
create table privacy_request (
    id          uuid primary key,
    school_id   uuid        not null references school,
    subject_id  uuid        not null references person,
    asked_by    uuid        not null,
    kind        text        not null check (kind in ('EXPORT', 'CORRECTION', 'ERASURE', 'STOP')),
    text        text        not null,
    asked_at    timestamptz not null,
    answer_by   date        not null,
    stop_by     date        not null,
    state       text        not null check (state in ('OPEN', 'ANSWERED', 'DONE', 'REFUSED')),
    answer      text,
    answered_by uuid,
    answered_at timestamptz,
    done_at     timestamptz,
    export_id   uuid
);
create index privacy_request_of_school on privacy_request (school_id, asked_at desc);
create index privacy_request_of_subject on privacy_request (subject_id);

-- How long what is kept, where a school wants it otherwise than usual.
create table retention (
    school_id uuid    not null references school,
    what      text    not null,
    days      integer not null check (days between 30 and 7300),
    set_by    uuid        not null,
    set_at    timestamptz not null,
    primary key (school_id, what)
);
