-- What somebody is told, one row for each who is told: a list reads one table, and what is over goes with it.
create table notice (
    id        uuid primary key,
    school_id uuid        not null references school,
    person_id uuid        not null references person,
    child_id  uuid references person,
    kind      text        not null,
    source_id uuid        not null,
    target_id uuid        not null,
    title     text        not null,
    place     text        not null,
    detail    text,
    due_at    timestamptz,
    times     integer     not null default 1,
    hidden    boolean     not null,
    at        timestamptz not null,
    read_at   timestamptz,
    mailed_at timestamptz
);
create unique index notice_once on notice (person_id, kind, source_id, child_id) nulls not distinct;
create index notice_of_person on notice (person_id, at desc, id desc) where not hidden;
create index notice_unread on notice (person_id) where read_at is null and not hidden;
create index notice_of_child on notice (child_id) where child_id is not null;
create index notice_kept on notice (school_id, at);

comment on column notice.child_id is 'of a guardian''s notice: whose';
comment on column notice.source_id is 'what it is about: told again, it is the same notice';
comment on column notice.target_id is 'where it leads';
comment on column notice.hidden is 'for the digest only';
comment on column notice.times is 'how often it came since it was last read';

-- What somebody wants to be told of; without a row everything.
create table notice_wish (
    person_id uuid    not null references person,
    school_id uuid    not null references school,
    kind      text    not null,
    shown     boolean not null,
    mailed    boolean not null,
    primary key (person_id, kind)
);

-- Where a daily digest goes, for those who asked for one and showed that the address is theirs.
create table notice_mail (
    person_id    uuid primary key references person,
    school_id    uuid        not null references school,
    address      text        not null,
    secret       text        not null unique,
    asked_at     timestamptz not null,
    confirmed_at timestamptz,
    sent_on      date,
    failed_at    timestamptz
);
create index notice_mail_due on notice_mail (sent_on) where confirmed_at is not null;

comment on column notice_mail.failed_at is 'when the server last refused a mail to it: others come first';
comment on column notice_mail.secret is 'stands in the links of the mails: whoever has it can confirm and stop, nothing else';
