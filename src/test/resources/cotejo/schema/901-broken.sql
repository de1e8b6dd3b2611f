-- A script that MigrationsTest plants: it fails half way, after a change that H2 has committed.
alter table run add column half varchar;
insert into a_table_that_is_not_there values (1);
