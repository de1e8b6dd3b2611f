-- Files the workspace took in, each kept once, below `files` in its folder under the SHA-256 of what is in it.
create table if not exists content (
    sha256 varchar(64) primary key,
    bytes bigint not null,
    added bigint not null
);

-- Copies of artifacts, and files the person attached: path = the parts below the run's artifacts, joined by /
create table if not exists run_file (
    run_key bigint not null references run("key") on delete cascade,
    path varchar not null,
    sha256 varchar(64) not null references content(sha256),
    primary key (run_key, path)
);
create index if not exists run_file_content on run_file(sha256);
