-- Who is in which class: lms-core's news, kept here, so that a material can be for some classes alone.
create table class_member (
    class_id   uuid        not null,
    person_id  uuid        not null,
    role       text        not null check (role in ('STUDENT', 'TEACHER')),
    school_id  uuid        not null,
    class_name text        not null,
    grade      integer     not null,
    active     boolean     not null,
    told_at    timestamptz not null,
    primary key (class_id, person_id, role)
);

create index class_member_person on class_member (person_id) where active;
create index class_member_school on class_member (school_id, class_id);

-- Who may read the published version (the tokens of Readership), and from when until when.
alter table material
    add column audience        text[] not null default '{}',
    add column available_from  timestamptz,
    add column available_until timestamptz;

update material
set audience = array [case when staff_only then 'staff' else 'all' end, 'owner:' || owner_id, 'curator']
where published_version is not null;

alter table material
    drop column staff_only;
