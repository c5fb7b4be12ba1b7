-- What the administration calls a department or a commune by; a school has its own code. Leading zeros do not count: sheets lose them.
alter table unit
    add column code text check (length(code) between 1 and 30),
    add check (kind <> 'SCHOOL' or code is null);
create unique index unit_coded on unit (ltrim(lower(code), '0')) where code is not null;
