-- What the tasks of a copied lesson ask for: kept until the lesson is published and its tasks are there.
create table copied_task (
    lesson_id    uuid          not null references lesson on delete cascade,
    block_id     text          not null,
    school_id    uuid          not null,
    kinds        text[]        not null,
    max_mark     numeric(5, 2) check (max_mark > 0),
    late_allowed boolean       not null,
    due_at       timestamptz,
    primary key (lesson_id, block_id)
);
comment on column copied_task.due_at is 'for every class of the copy; null: no day';
