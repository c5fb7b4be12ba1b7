-- While a draft is under review nobody changes it: what was approved is what is published.
alter table material
    add column in_review boolean not null default false;

create table review_setting (
    school_id  uuid primary key,
    road       text        not null check (road in ('NONE', 'HEAD', 'GROUP_AND_HEAD')),
    set_by     uuid        not null,
    set_at     timestamptz not null
);

-- Who reviews for a subject group (tổ chuyên môn).
create table reviewer (
    school_id uuid        not null,
    subject   text        not null,
    person_id uuid        not null,
    named_by  uuid        not null,
    named_at  timestamptz not null,
    primary key (school_id, subject, person_id)
);

create table review (
    id           uuid primary key,
    school_id    uuid        not null,
    material_id  uuid        not null references material,
    submitter_id uuid        not null,
    subject      text        not null,
    road         text        not null,
    stage        text        not null check (stage in ('GROUP', 'HEAD', 'APPROVED', 'RETURNED', 'RECALLED')),
    points       jsonb       not null,
    submitted_at timestamptz not null,
    updated_at   timestamptz not null,
    revision     integer     not null
);

-- One at a time.
create unique index review_open on review (material_id) where stage in ('GROUP', 'HEAD');
create index review_of_material on review (material_id, submitted_at desc);
create index review_queue on review (school_id, stage, submitted_at);

create table review_tick (
    review_id uuid        not null references review,
    point     text        not null,
    person_id uuid        not null,
    at        timestamptz not null,
    primary key (review_id, point)
);

create table review_step (
    id                uuid primary key,
    review_id         uuid        not null references review,
    material_id       uuid        not null references material,
    actor_id          uuid        not null,
    act               text        not null,
    point             text,
    note              text        not null,
    material_revision integer     not null,
    version           integer,
    at                timestamptz not null
);

create index review_step_of_material on review_step (material_id, id);

-- Who approved what and when is never rewritten, by nobody.
create function review_step_stays() returns trigger language plpgsql as
$$
begin
    raise exception 'review_step is append-only';
end
$$;

create trigger review_step_stays
    before update or delete
    on review_step
    for each row
execute function review_step_stays();

create table review_remark (
    id          uuid primary key,
    review_id   uuid        not null references review,
    material_id uuid        not null references material,
    author_id   uuid        not null,
    text        text        not null,
    file_id     uuid references stored_file,
    page        integer,
    field       text,
    created_at  timestamptz not null,
    resolved_by uuid,
    resolved_at timestamptz
);

create index review_remark_of_material on review_remark (material_id, id);
