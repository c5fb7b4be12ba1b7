-- What a task block of a published lesson asks for; one row for each block, over all versions of the lesson.
create table task (
    id           uuid primary key,
    school_id    uuid          not null,
    course_id    uuid          not null references course,
    lesson_id    uuid          not null references lesson,
    block_id     text          not null,
    title        text          not null,
    html         text          not null,
    open         boolean       not null,
    kinds        text[]        not null,
    max_mark     numeric(5, 2) check (max_mark > 0),
    late_allowed boolean       not null,
    made_at      timestamptz   not null,
    unique (lesson_id, block_id)
);
create index task_course on task (course_id);
comment on column task.open is 'false once the block was taken out of the lesson';
comment on column task.max_mark is 'null: no mark is given';

create table task_due (
    task_id  uuid        not null references task,
    class_id uuid        not null,
    due_at   timestamptz not null,
    primary key (task_id, class_id)
);
create index task_due_class on task_due (class_id, due_at);

-- One try of a learner; what was given back is followed by the next number.
create table task_work (
    id           uuid primary key,
    school_id    uuid        not null,
    task_id      uuid        not null references task,
    learner_id   uuid        not null,
    class_id     uuid        not null,
    number       integer     not null,
    state        text        not null check (state in ('HANDED_IN', 'GIVEN_BACK', 'RELEASED')),
    sent_as      uuid        not null,
    text         text        not null check (length(text) <= 40000),
    handed_in_at timestamptz not null,
    finished_at  timestamptz not null,
    late         boolean     not null,
    mark         numeric(5, 2),
    remark       text        not null check (length(remark) <= 4000),
    marked_by    uuid,
    told_at      timestamptz,
    revision     integer     not null,
    unique (task_id, learner_id, number)
);
create index task_work_learner on task_work (learner_id);
comment on column task_work.sent_as is 'the device''s number of the sending: the same again changes nothing';
comment on column task_work.finished_at is 'when the learner pressed the button, as his device says; handed_in_at is when it came';

-- The bytes lie in the S3 store.
create table work_file (
    id         uuid primary key,
    school_id  uuid        not null,
    task_id    uuid        not null references task,
    learner_id uuid        not null,
    sent_as    uuid        not null,
    work_id    uuid references task_work on delete cascade,
    place      integer     not null,
    kind       text        not null check (kind in ('FILE', 'PICTURE', 'VOICE')),
    name       text        not null check (length(name) <= 200),
    media_type text        not null,
    size       bigint      not null,
    width      integer     not null,
    height     integer     not null,
    added_at   timestamptz not null,
    unique (learner_id, task_id, sent_as)
);
create index work_file_work on work_file (work_id);
comment on column work_file.work_id is 'null until it is handed in';

-- A remark at a place of a picture: shares of its width and height.
create table work_pin (
    id         uuid primary key,
    school_id  uuid          not null,
    work_id    uuid          not null references task_work on delete cascade,
    file_id    uuid          not null references work_file on delete cascade,
    learner_id uuid          not null,
    place      integer       not null,
    x          numeric(5, 4) not null check (x between 0 and 1),
    y          numeric(5, 4) not null check (y between 0 and 1),
    text       text          not null check (length(text) <= 1000),
    written_by uuid          not null,
    written_at timestamptz   not null
);
create index work_pin_work on work_pin (work_id);
create index work_pin_writer on work_pin (written_by, written_at);

-- Lessons that were published before tasks could be handed in.
insert into task (id, school_id, course_id, lesson_id, block_id, title, html, open, kinds, max_mark, late_allowed, made_at)
select gen_random_uuid(), l.school_id, l.course_id, l.id, b ->> 'id', coalesce(b ->> 'title', ''), coalesce(b ->> 'html', ''), true,
       array ['TEXT', 'FILE', 'PICTURE', 'VOICE'], 10, true, v.published_at
from lesson l
         join lesson_version v on v.lesson_id = l.id and v.version = l.published_version
         cross join lateral jsonb_array_elements(v.blocks) b
where b ->> 'kind' = 'task'
on conflict do nothing;
