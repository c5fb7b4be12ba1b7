-- Who stands above whom: departments (sở), communes (phường, xã), schools. Reports are read by the unit an officer belongs to.
create table unit (
    id        uuid primary key,
    kind      text        not null check (kind in ('DEPARTMENT', 'COMMUNE', 'SCHOOL')),
    name      text        not null check (length(name) between 1 and 150),
    parent_id uuid references unit,
    school_id uuid unique references school,
    made_at   timestamptz not null,
    check ((kind = 'SCHOOL') = (school_id is not null)),
    check (kind <> 'DEPARTMENT' or parent_id is null)
);
create index unit_of_parent on unit (parent_id);
create unique index unit_named on unit (kind, parent_id, lower(name)) nulls not distinct where kind <> 'SCHOOL';

-- An officer's time in a unit.
create table unit_officer (
    id        uuid primary key,
    unit_id   uuid        not null references unit,
    person_id uuid        not null references person,
    starts_on date        not null,
    ends_on   date check (ends_on >= starts_on),
    named_by  uuid,
    named_at  timestamptz not null
);
create index unit_officer_of_person on unit_officer (person_id);
create index unit_officer_of_unit on unit_officer (unit_id);
comment on column unit_officer.ends_on is 'the last day; null: no end';
comment on column unit_officer.named_by is 'null: brought over from when an officer saw the commune of his account''s school';

-- What schools said of themselves so far.
insert into unit (id, kind, name, parent_id, made_at)
select gen_random_uuid(), 'DEPARTMENT', 'Sở Giáo dục và Đào tạo ' || province, null, now()
from (select min(province) as province from school group by lower(province)) s
on conflict do nothing;

insert into unit (id, kind, name, parent_id, made_at)
select gen_random_uuid(), 'COMMUNE', s.commune, d.id, now()
from (select min(commune) as commune, min(province) as province from school group by lower(commune), lower(province)) s
         join unit d on d.kind = 'DEPARTMENT' and lower(d.name) = lower('Sở Giáo dục và Đào tạo ' || s.province)
on conflict do nothing;

insert into unit (id, kind, name, parent_id, school_id, made_at)
select gen_random_uuid(), 'SCHOOL', s.name, c.id, s.id, now()
from school s
         join unit d on d.kind = 'DEPARTMENT' and lower(d.name) = lower('Sở Giáo dục và Đào tạo ' || s.province)
         join unit c on c.kind = 'COMMUNE' and c.parent_id = d.id and lower(c.name) = lower(s.commune);

insert into unit_officer (id, unit_id, person_id, starts_on, named_at)
select gen_random_uuid(), u.parent_id, p.id, current_date, now()
from person p
         join unit u on u.school_id = p.school_id
where 'OFFICER' = any (p.roles) and p.erased_at is null and u.parent_id is not null;
