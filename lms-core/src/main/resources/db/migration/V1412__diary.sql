-- Sổ ghi đầu bài: what was taught in a period of a class, who was away, how it went.
create table diary_line (
    id          uuid primary key,
    school_id   uuid        not null references school,
    class_id    uuid        not null references school_class,
    day         date        not null,
    session     text        not null check (session in ('MORNING', 'AFTERNOON')),
    period      integer     not null check (period between 1 and 6),
    subject     text        not null,
    plan_period integer check (plan_period between 1 and 300),
    content     text        not null,
    remark      text        not null,
    grade       text check (grade in ('A', 'B', 'C', 'D')),
    teacher_id  uuid        not null,
    written_at  timestamptz not null,
    unique (class_id, day, session, period)
);
comment on column diary_line.plan_period is 'tiết theo phân phối chương trình';

create table diary_absence (
    line_id    uuid    not null references diary_line on delete cascade,
    learner_id uuid    not null references person,
    excused    boolean not null,
    primary key (line_id, learner_id)
);
create index diary_absence_of_learner on diary_absence (learner_id);

-- What the homeroom teacher says of a week.
create table diary_week (
    class_id   uuid        not null references school_class,
    monday     date        not null check (extract(isodow from monday) = 1),
    school_id  uuid        not null references school,
    text       text        not null,
    written_by uuid        not null,
    written_at timestamptz not null,
    primary key (class_id, monday)
);
