-- What is known of a version stands apart from its row: the board reads all rows and none of this.
create table if not exists registry_facts (
    model_key bigint not null,
    version integer not null,
    facts varchar not null,
    passport varchar not null,
    primary key (model_key, version),
    foreign key (model_key, version) references registry_version(model_key, version) on delete cascade
);
merge into registry_facts (model_key, version, facts, passport) key (model_key, version)
    select model_key, version, facts, passport from registry_version where facts <> '' or passport <> '{}';
update registry_version set facts = '', passport = '{}' where facts <> '' or passport <> '{}';
