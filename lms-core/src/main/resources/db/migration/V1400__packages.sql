-- Interactive packages of the library: which materials are some, and how far each learner is in one (content.package-scored.v1).
alter table known_material
    add column interactive boolean not null default false;

create table package_result (
    id          uuid primary key,
    school_id   uuid        not null,
    learner_id  uuid        not null,
    material_id uuid        not null,
    score       numeric(7, 6),
    completed   boolean     not null,
    passed      boolean,
    scored_at   timestamptz not null,
    unique (learner_id, material_id)
);

create index package_result_of_material on package_result (material_id, school_id);
create index lesson_version_blocks on lesson_version using gin (blocks jsonb_path_ops);
