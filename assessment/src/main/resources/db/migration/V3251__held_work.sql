-- Work that is held, with the evidence of when it was typed, and what the teacher made of it.
alter table late_step
    add column device      text,
    add column moved       boolean not null default false,
    add column reckoned_at timestamptz,
    add column reckoned_by text    not null default 'DEVICE' check (reckoned_by in ('AGE', 'CLOCK', 'DEVICE')),
    add column outcome     text check (outcome in ('ACCEPTED', 'OVERTAKEN', 'REJECTED')),
    add column settled_at  timestamptz,
    add column settled_by  uuid;
update late_step set reckoned_at = typed_at;
alter table late_step alter column reckoned_at set not null;
