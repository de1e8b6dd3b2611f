-- Copies of the files of logged models that no run here wrote: path = the parts below the model's files, joined by /
create table if not exists logged_model_file (
    source_key bigint not null references source("key") on delete cascade,
    model_id varchar not null,
    path varchar not null,
    sha256 varchar(64) not null references content(sha256),
    primary key (source_key, model_id, path)
);
create index if not exists logged_model_file_content on logged_model_file(sha256);
