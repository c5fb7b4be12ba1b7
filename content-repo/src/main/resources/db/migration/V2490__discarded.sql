-- A draft that nobody wants leaves the desk, and may come back to it.
alter table material drop constraint material_state_check;
alter table material add constraint material_state_check
    check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN', 'DISCARDED'));
