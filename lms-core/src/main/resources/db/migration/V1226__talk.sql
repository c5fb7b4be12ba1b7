-- A discussion block of a published lesson; what is said stands apart for each class.
create table talk_board (
    id        uuid primary key,
    school_id uuid    not null,
    course_id uuid    not null references course,
    lesson_id uuid    not null references lesson,
    block_id  text    not null,
    title     text    not null,
    open      boolean not null,
    unique (lesson_id, block_id)
);
comment on column talk_board.open is 'false once the block was taken out of the lesson';

create table talk_post (
    id            uuid primary key,
    school_id     uuid        not null,
    board_id      uuid        not null references talk_board,
    class_id      uuid        not null,
    parent_id     uuid references talk_post on delete cascade,
    person_id     uuid,
    sent_as       uuid        not null,
    by_teacher    boolean     not null,
    html          text        not null check (length(html) <= 20000),
    written_at    timestamptz not null,
    edited_at     timestamptz,
    deleted_at    timestamptz,
    hidden_at     timestamptz,
    hidden_by     uuid,
    hidden_reason text,
    unique (person_id, sent_as)
);
create index talk_post_board on talk_post (board_id, class_id, written_at);
create index talk_post_parent on talk_post (parent_id);
comment on column talk_post.person_id is 'null: somebody who was erased';

-- What a learner asks his teacher from a lesson: the two write to each other, nobody else reads it.
create table lesson_question (
    id         uuid primary key,
    school_id  uuid        not null,
    course_id  uuid        not null references course,
    lesson_id  uuid        not null references lesson,
    block_id   text,
    class_id   uuid        not null,
    learner_id uuid        not null,
    sent_as    uuid        not null,
    asked_at   timestamptz not null,
    waiting    boolean     not null,
    changed_at timestamptz not null,
    unique (learner_id, sent_as)
);
create index lesson_question_course on lesson_question (course_id, class_id, waiting);
comment on column lesson_question.waiting is 'for the teacher: the last word is the learner''s';

create table question_line (
    id          uuid primary key,
    school_id   uuid        not null,
    question_id uuid        not null references lesson_question on delete cascade,
    person_id   uuid,
    sent_as     uuid        not null,
    by_teacher  boolean     not null,
    text        text        not null check (length(text) <= 4000),
    written_at  timestamptz not null,
    unique (question_id, sent_as)
);
comment on column question_line.person_id is 'null: somebody who was erased';

-- Lessons that were published before there was anything to be said in them.
insert into talk_board (id, school_id, course_id, lesson_id, block_id, title, open)
select gen_random_uuid(), l.school_id, l.course_id, l.id, b ->> 'id', coalesce(b ->> 'title', ''), true
from lesson l
         join lesson_version v on v.lesson_id = l.id and v.version = l.published_version
         cross join lateral jsonb_array_elements(v.blocks) b
where b ->> 'kind' = 'discussion'
on conflict do nothing;
