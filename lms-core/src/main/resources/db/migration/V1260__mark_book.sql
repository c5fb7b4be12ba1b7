-- The mark book: one cell for each learner, subject, term and place. It follows the learner through the classes of a year. What was cleared stays, empty, so
-- that its version goes on.
create table mark_cell (
    learner_id     uuid        not null,
    school_year_id uuid        not null,
    subject        text        not null,
    term           integer     not null check (term between 1 and 3),
    slot           text        not null,
    school_id      uuid        not null,
    class_id       uuid        not null,
    value          text        not null,
    version        integer     not null,
    feed_source    uuid,
    changed_at     timestamptz not null,
    changed_by     uuid        not null,
    primary key (learner_id, school_year_id, subject, term, slot)
);
comment on column mark_cell.class_id is 'the class it was entered in';
comment on column mark_cell.feed_source is 'the assignment or task that it was taken over from; null if typed';

-- Insert-only: who changed what, when, from what, to what, why.
create table mark_change (
    id             uuid primary key,
    batch_id       uuid        not null,
    school_id      uuid        not null,
    class_id       uuid        not null,
    school_year_id uuid        not null,
    learner_id     uuid        not null,
    subject        text        not null,
    term           integer     not null,
    slot           text        not null,
    was            text        not null,
    value          text        not null,
    was_fed_by     uuid,
    version        integer     not null,
    cause          text        not null,
    changed_at     timestamptz not null,
    changed_by     uuid        not null
);
create index mark_change_cell on mark_change (learner_id, school_year_id, subject, term, slot);
create index mark_change_batch on mark_change (batch_id);
create index mark_change_book on mark_change (class_id, subject, term, changed_at);

-- Insert-only: the newest line that concerns a subject of a class and a term says whether it is locked.
create table mark_lock (
    id        uuid primary key,
    school_id uuid        not null,
    class_id  uuid        not null,
    subject   text,
    term      integer     not null,
    locked    boolean     not null,
    reason    text        not null,
    at        timestamptz not null,
    by_id     uuid        not null
);
create index mark_lock_class on mark_lock (class_id, term, at);
comment on column mark_lock.subject is 'null: all of the class';

-- Columns whose marks learners and guardians see. A locked term is seen whole.
create table mark_release (
    class_id    uuid        not null,
    subject     text        not null,
    term        integer     not null,
    slot        text        not null,
    school_id   uuid        not null,
    released_at timestamptz not null,
    released_by uuid        not null,
    primary key (class_id, subject, term, slot)
);

-- Which assignment or task a column takes its marks from.
create table mark_feed (
    class_id  uuid        not null,
    subject   text        not null,
    term      integer     not null,
    slot      text        not null,
    school_id uuid        not null,
    source_id uuid        not null,
    title     text        not null,
    linked_at timestamptz not null,
    linked_by uuid        not null,
    primary key (class_id, subject, term, slot),
    unique (class_id, source_id)
);

create table mark_export (
    id          uuid primary key,
    school_id   uuid        not null,
    class_id    uuid        not null,
    subject     text        not null,
    term        integer     not null,
    form        text        not null,
    exported_at timestamptz not null,
    exported_by uuid        not null
);
create index mark_export_book on mark_export (class_id, subject, term, exported_at);

-- Comments to choose from: a teacher's own, or the school's.
create table remark_phrase (
    id         uuid primary key,
    school_id  uuid        not null,
    owner_id   uuid,
    subject    text,
    band       text,
    code       text,
    text       text        not null check (length(text) <= 1000),
    created_at timestamptz not null
);
create index remark_phrase_owner on remark_phrase (school_id, owner_id);
comment on column remark_phrase.owner_id is 'null: the school''s';
comment on column remark_phrase.band is 'the marks it fits: 9, 7, 5, 0 (from), or a level; null: any';
comment on column remark_phrase.code is 'the code of the ministry''s sheet';

-- What a school teaches differently from the programme of a grade.
create table subject_wish (
    school_id uuid    not null,
    grade     integer not null,
    subject   text    not null,
    periods   integer not null check (periods between 1 and 600),
    offered   boolean not null,
    primary key (school_id, grade, subject)
);

-- A mark of a task stands beside those of quizzes.
alter table released_mark add column kind text not null default 'ASSIGNMENT';
alter table released_mark add column class_id uuid;
alter table released_mark alter column sitting_id drop not null;
comment on column released_mark.class_id is 'of a task: the class it was given to';
