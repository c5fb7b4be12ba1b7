-- Remarks on the pages of a handed-in PDF: which page, and how many there are.
alter table work_pin
    add column page integer not null default 1 check (page >= 1);
comment on table work_pin is 'a remark at a place of a picture or of a page of a PDF: shares of its width and height';

alter table work_file
    add column pages integer check (pages >= 0);
comment on column work_file.pages is 'that can carry remarks; null: a PDF that came before they were counted';
update work_file
set pages = case when kind = 'PICTURE' then 1 else 0 end
where media_type <> 'application/pdf';
