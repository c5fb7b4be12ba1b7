-- How an assignment is marked; without a row the defaults hold.
create table marking_setting (
    assignment_id  uuid primary key references assignment (id),
    tolerance      numeric(6, 2) not null,
    second_markers uuid[]        not null,
    review_days    integer       not null
);

-- What a second person gave who had not seen the first mark. With what was first and second when it was settled.
create table second_mark (
    sitting_id uuid          not null references sitting (id),
    slot       uuid          not null,
    mark       numeric(8, 2),
    rubric     jsonb,
    comment    text,
    marked_by  uuid          not null,
    marked_at  timestamptz   not null,
    first_mark numeric(8, 2),
    settled_by uuid,
    settled_at timestamptz,
    primary key (sitting_id, slot)
);

-- Sentences that a teacher uses again.
create table marking_comment (
    id         uuid primary key,
    school_id  uuid        not null,
    owner_id   uuid        not null,
    text       text        not null,
    folded     text        not null,
    subject    text,
    used       integer     not null default 0,
    created_at timestamptz not null
);
create index marking_comment_owner on marking_comment (owner_id, used desc);

-- A learner asks to have a mark looked at again (phúc khảo).
create table review_request (
    id            uuid primary key,
    school_id     uuid        not null,
    assignment_id uuid        not null references assignment (id),
    sitting_id    uuid        not null references sitting (id),
    learner_id    uuid        not null,
    slot          uuid,
    text          text        not null,
    asked_at      timestamptz not null,
    state         text        not null check (state in ('OPEN', 'ANSWERED')),
    answer        text,
    answered_by   uuid,
    answered_at   timestamptz,
    revision      integer     not null
);
create index review_request_assignment on review_request (assignment_id, asked_at);
create index review_request_learner on review_request (learner_id);
create unique index review_request_open on review_request
    (sitting_id, coalesce(slot, '00000000-0000-0000-0000-000000000000')) where state = 'OPEN';
