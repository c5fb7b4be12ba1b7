-- Who of the school may copy a course, and where a copy came from.
alter table course
    add column sharing           text    not null default 'NONE' check (sharing in ('NONE', 'GROUP', 'SCHOOL')),
    add column template          boolean not null default false,
    add column origin_course_id  uuid,
    add column origin_teacher_id uuid,
    add column origin_title      text;

create index course_shared on course (school_id) where sharing <> 'NONE';

-- A lesson that was copied out of another.
alter table lesson
    add column origin_lesson_id uuid;
