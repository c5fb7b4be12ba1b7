-- What the key gave to a sitting, as it was handed in: one row instead of one a slot, which cost twice as much. The three arrays belong
-- together by place. When any mark of the sitting changes, all of them move to slot_mark.
create table key_mark (
    sitting_id uuid primary key,
    slots      uuid[]          not null,
    marks      numeric(8, 2)[] not null,
    max_marks  numeric(8, 2)[] not null,
    marked_at  timestamptz     not null
);

-- The mark of each slot of each sitting, wherever it lies.
create view current_mark as
    select sitting_id, slot, mark, max_mark, marked_by, comment, rubric, unsettled, marked_at from slot_mark
    union all
    select k.sitting_id, m.slot, m.mark, m.max_mark, null::uuid, null::text, null::jsonb, false, k.marked_at
    from key_mark k cross join lateral unnest(k.slots, k.marks, k.max_marks) m (slot, mark, max_mark);
