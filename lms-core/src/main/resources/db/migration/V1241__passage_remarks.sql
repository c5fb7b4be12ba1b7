-- Remarks at a passage of typed text: a pin has a place on a file, or in the text of the work.
alter table work_pin
    alter column file_id drop not null,
    alter column x drop not null,
    alter column y drop not null,
    add column starts_at integer,
    add column ends_at integer,
    add constraint work_pin_place check (
        case when file_id is null
            then starts_at >= 0 and ends_at > starts_at and x is null and y is null
            else x is not null and y is not null and starts_at is null and ends_at is null end);
comment on table work_pin is 'a remark at a place of a picture or of a page of a PDF: shares of its width and height; or at a passage of the text';
comment on column work_pin.starts_at is 'in the text of the work, in UTF-16 units from 0; ends_at is behind the last of the passage';
