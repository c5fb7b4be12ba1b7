-- A list of materials with their descriptions, previewed row by row and then applied. A zip that came with it lies in
-- the folder of arrivals under its id.
create table bulk_import (
    id         uuid primary key,
    school_id  uuid        not null,
    owner_id   uuid        not null,
    state      text        not null check (state in ('PREVIEW', 'APPLYING', 'DONE')),
    lines      jsonb       not null,
    archive    boolean     not null,
    created_at timestamptz not null
);

create index bulk_import_of_owner on bulk_import (school_id, owner_id);
create index stored_file_named on stored_file (school_id, name) where current;
