-- Marks of one hand-in are written at once; the sitting is checked before, and the foreign key cost a lookup a mark.
alter table slot_mark drop constraint slot_mark_sitting_id_fkey;
alter table slot_mark add column rubric jsonb;
-- two markers differ by more than is agreed: no mark yet
alter table slot_mark add column unsettled boolean not null default false;

-- Every change of a mark. Rows are only ever added. A mark that was never changed has no rows: it came from the key at hand-in.
create table mark_change (
    n          bigint generated always as identity primary key,
    sitting_id uuid        not null,
    slot       uuid        not null,
    changed_at timestamptz not null,
    changed_by uuid,
    from_mark  numeric(8, 2),
    to_mark    numeric(8, 2),
    cause      text        not null check (cause in
        ('KEY', 'PERSON', 'SECOND', 'SETTLED', 'KEY_CHANGE', 'REVIEW', 'HELD', 'REOPENED')),
    reason     text
);
create index mark_change_slot on mark_change (sitting_id, slot, n);

create function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception '% is only ever added to', tg_table_name; end $$;
create trigger mark_change_stays before update or delete on mark_change for each row execute function refuse_change();

-- Corrections of a paper after it was given: the last one of a slot holds. Paper and item versions stay as they were.
create table key_change (
    id            uuid primary key,
    assignment_id uuid        not null references assignment (id),
    version       integer     not null,
    slot          uuid        not null,
    kind          text        not null check (kind in ('CORRECT', 'VOID', 'DROP')),
    item_id       uuid        not null,
    item_version  integer,
    reason        text        not null,
    changed_by    uuid        not null,
    changed_at    timestamptz not null,
    sittings      integer     not null,
    changed       integer     not null,
    up            integer     not null,
    down          integer     not null,
    unique (assignment_id, version)
);
create trigger key_change_stays before update or delete on key_change for each row execute function refuse_change();

-- How many corrections there are: the memory of papers is keyed with it, in every instance.
alter table assignment add column key_version integer not null default 0;

alter table release add column explanations boolean;
update release set explanations = answers;
alter table release alter column explanations set not null;
-- whether others know of the marks as they are; of what does not count they need not
alter table release add column told boolean not null default true;
alter table release alter column told drop default;
