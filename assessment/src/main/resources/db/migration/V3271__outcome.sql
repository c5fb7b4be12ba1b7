-- The required outcome of the curriculum that an item asks for, in the curriculum's words.
alter table item_version add column outcome text;
