-- A version holds several files, each with its part in it, in the readers' order.
alter table stored_file
    add column kind     text    not null default 'CONTENT' check (kind in ('CONTENT', 'SUBTITLE', 'ATTACHMENT', 'COVER')),
    add column place    integer not null default 0,
    add column language text;

alter table material_version
    add column files jsonb,
    add column note  text not null default '';

update material_version v
set files = (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'kind', 'CONTENT', 'language', null) order by f.n), '[]')
             from jsonb_array_elements(v.file_ids) with ordinality as f (id, n));

alter table material_version
    alter column files set not null,
    drop column file_ids;

create table material_relation (
    id             uuid primary key,
    material_id    uuid    not null references material,
    kind           text    not null check (kind in ('PART_OF', 'VERSION_OF', 'BASED_ON')),
    target_id      uuid    not null references material,
    target_version integer,
    place          integer not null,
    unique (material_id, kind, target_id)
);

create index material_relation_target on material_relation (target_id);

-- What a bulk edit found, so that it can be taken back.
create table bulk_edit (
    id        uuid primary key,
    school_id uuid        not null,
    editor_id uuid        not null,
    before    jsonb       not null,
    made_at   timestamptz not null,
    undone_at timestamptz
);
