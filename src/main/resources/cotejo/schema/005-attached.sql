-- Files the person attached to a run: path = their place below "Attached", parts joined by /
create table if not exists run_attachment (
    run_key bigint not null references run("key") on delete cascade,
    path varchar not null,
    sha256 varchar(64) not null references content(sha256),
    primary key (run_key, path)
);
create index if not exists run_attachment_content on run_attachment(sha256);
