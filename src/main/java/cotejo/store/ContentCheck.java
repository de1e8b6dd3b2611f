package cotejo.store;

import cotejo.model.Problem;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Reads every file the workspace took in and compares it with its hash.
final class ContentCheck {

    /// What was found.
    ///
    /// @param files  contents that somebody refers to
    /// @param bytes  their lengths added up, as recorded
    /// @param unused files that nobody refers to
    record Finding(long files, long bytes, long unused) {
    }

    private record Entry(String sha256, long bytes) {
    }

    private final Connection connection;
    private final ContentFiles files;
    private final Consumer<Problem> problems;

    ContentCheck(Connection connection, ContentFiles files, Consumer<Problem> problems) {
        this.connection = connection;
        this.files = files;
        this.problems = problems;
    }

    Finding look(Progress progress, Cancel cancel) throws SQLException {
        List<Entry> entries = entries();
        long bytes = 0;
        long done = 0;
        Set<String> known = new HashSet<>();
        for (Entry entry : entries) {
            cancel.check();
            known.add(entry.sha256());
            bytes += entry.bytes();
            one(entry, cancel);
            progress.report(entry.sha256(), ++done, entries.size());
        }
        return new Finding(entries.size(), bytes, unused(known));
    }

    private List<Entry> entries() throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select sha256, bytes from content order by 1");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                entries.add(new Entry(row.getString(1), row.getLong(2)));
            }
        }
        return entries;
    }

    // texts: store.content.*
    private void one(Entry entry, Cancel cancel) throws SQLException {
        String file = files.path(entry.sha256()).toString();
        try {
            String key = switch (files.state(entry.sha256(), n -> { }, cancel)) {
                case INTACT -> "";
                case MISSING -> "missing";
                case CHANGED -> "changed";
            };
            if (!key.isEmpty()) {
                problems.accept(Problem.of(file, Texts.get("store.content." + key, file, owners(entry.sha256()))));
            }
        } catch (IOException unreadable) {
            problems.accept(Problem.of(file, Texts.get("store.content.unreadable", file,
                    Trouble.words(unreadable), owners(entry.sha256()))));
        }
    }

    private String owners(String sha256) throws SQLException {
        List<String> owners = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select r.id, f.path from (select run_key, path from run_file where sha256=?
                    union all select run_key, path from run_attachment where sha256=?) f
                join run r on r."key" = f.run_key limit 3""")) {
            select.setString(1, sha256);
            select.setString(2, sha256);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    owners.add(Texts.get("store.content.ofRun", row.getString(2), row.getString(1)));
                }
            }
        }
        try (PreparedStatement select = connection.prepareStatement("""
                select f.path, m.name, f.version from registry_file f join registry_model m on m."key" = f.model_key
                where f.sha256=? limit 3""")) {
            select.setString(1, sha256);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    owners.add(Texts.get("store.content.ofVersion", row.getString(1), row.getString(2),
                            Integer.toString(row.getInt(3))));
                }
            }
        }
        try (PreparedStatement select = connection.prepareStatement(
                "select path, model_id from logged_model_file where sha256=? limit 3")) {
            select.setString(1, sha256);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    owners.add(Texts.get("store.content.ofModel", row.getString(1), row.getString(2)));
                }
            }
        }
        return owners.isEmpty() ? Texts.get("store.content.ofNobody") : String.join(", ", owners);
    }

    private long unused(Set<String> known) {
        try {
            return files.all().stream().filter(hash -> !known.contains(hash)).count();
        } catch (IOException unreadable) {
            problems.accept(Problem.of("files", Trouble.words(unreadable)));
            return 0;
        }
    }
}
