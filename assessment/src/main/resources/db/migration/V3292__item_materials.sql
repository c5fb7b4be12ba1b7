-- What of the library belongs to an item: [{"materialId": …, "version": 3, "title": …}], in the order they are read.
alter table item_version add column materials jsonb not null default '[]';
