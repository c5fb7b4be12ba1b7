-- A shortened time waits some days: until then what was before holds. What nobody set came with the program.
alter table retention
    add column days_before     integer check (days_before between 30 and 7300),
    add column takes_effect_at timestamptz,
    add check ((days_before is null) = (takes_effect_at is null));
alter table retention
    alter column set_by drop not null;

-- Of whom was let go what, since he left. Whoever came back and left again is let go again.
create table let_go (
    person_id uuid        not null references person,
    what      text        not null,
    school_id uuid        not null references school,
    left_on   date        not null,
    at        timestamptz not null,
    primary key (person_id, what)
);
create index person_left on person (school_id, left_on) where left_on is not null;

-- Where there are leavers already, nothing goes before the school has had a month to look at it.
insert into retention (school_id, what, days, days_before, set_at, takes_effect_at)
select s.id, w.what, w.days, 7300, now(), now() + interval '30 days'
from school s
         cross join (values ('LEAVERS_WORK', 365),
                            ('LEAVERS_NOTES', 180),
                            ('LEAVERS_TALK', 365),
                            ('LEAVERS_SITTINGS', 730),
                            ('LEAVERS_READING', 180)) w (what, days)
where exists (select 1 from person p where p.school_id = s.id and p.left_on is not null);
