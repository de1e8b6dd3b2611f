-- A script that MigrationsTest plants behind those of the program.
alter table run add column planted varchar default 'grown';
create table planted_thing (id integer primary key);
