-- What people award, where no mark says it: who was made Học sinh Tiêu biểu, and commendations for something unexpected. What was taken back stays, with
-- who took it back and when. It follows the pupil through the classes of a year.
create table given_award (
    id             uuid primary key,
    school_id      uuid        not null,
    school_year_id uuid        not null,
    class_id       uuid        not null,
    learner_id     uuid        not null,
    kind           text        not null check (kind in ('EXEMPLARY', 'COMMENDATION')),
    reason         text        not null check (length(reason) between 1 and 300),
    day            date        not null,
    awarded_at     timestamptz not null,
    awarded_by     uuid        not null,
    taken_back_at  timestamptz,
    taken_back_by  uuid
);
create index given_award_learner on given_award (learner_id, school_year_id);
create unique index given_award_exemplary on given_award (learner_id, school_year_id)
    where kind = 'EXEMPLARY' and taken_back_at is null;
comment on column given_award.class_id is 'the class it was recorded in';
