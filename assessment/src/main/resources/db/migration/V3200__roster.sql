-- Who is in which class, as told by lms.membership-changed.v1.
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
