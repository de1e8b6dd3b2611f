package cotejo.store;

import cotejo.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Brings a workspace's schema up to date, one numbered script after the other. Each applied script is recorded with
/// its hash; a workspace whose record differs from the program's scripts is refused, and left as it is.
///
/// H2 commits every change of the schema by itself, so a script cannot be taken back. What stands in for that: a backup
/// before the first script, named in the record of each script while it is under way. A workspace whose script did not
/// come to its end is refused with the backup's name, and never brought further from where it is.
final class Migrations {

    /// The scripts, in order. A released script is never changed; a change is a new script.
    static final List<String> SCRIPTS = List.of("001-workspace.sql", "002-content.sql", "003-registry.sql",
            "004-facts.sql", "005-attached.sql", "006-model-files.sql");

    /// Stands in a script's record, with the backup's name, until the script has come to its end.
    private static final String UNDER_WAY = "under way: ";

    /// The backup's name while a new workspace is set up: it holds nothing yet.
    private static final String NEW = "none";

    private static final Pattern END = Pattern.compile(";\\s*\n");

    private Migrations() {
    }

    static void bringUpToDate(Lane lane, WorkspaceFolder folder) {
        bringUpToDate(lane, folder, SCRIPTS);
    }

    /// @param scripts those of this program, in order
    static void bringUpToDate(Lane lane, WorkspaceFolder folder, List<String> scripts) {
        Map<String, String> applied = lane.run(Migrations::applied);
        if (applied.isEmpty() && lane.run(Migrations::holdsRows)) {
            throw new StoreException(StoreException.Kind.UNUSABLE,
                    Texts.get("store.folder.foreign", folder.databaseFile().toString()));
        }
        if (applied.containsValue(UNDER_WAY + NEW)) {
            applied = Map.of();
        }
        int at = sound(applied, folder, scripts);
        if (at == scripts.size()) {
            return;
        }
        String backup = NEW;
        if (at == 0) {
            lane.run(Migrations::beginAnew);
        } else {
            backup = String.valueOf(Backups.write(lane, folder, "before-" + scripts.get(at).substring(0, 3)).file()
                    .getFileName());
        }
        for (String script : scripts.subList(at, scripts.size())) {
            String record = UNDER_WAY + backup;
            lane.run(connection -> begin(connection, script, record));
            try {
                lane.transaction(connection -> apply(connection, script));
            } catch (StoreException failure) {
                throw backup.equals(NEW) ? failure : halfWay(folder, script, backup, failure);
            }
        }
    }

    /// How many of the scripts the workspace has.
    ///
    /// @throws StoreException when it has another one, or one that did not come to its end
    private static int sound(Map<String, String> applied, WorkspaceFolder folder, List<String> scripts) {
        int at = 0;
        for (Map.Entry<String, String> entry : applied.entrySet()) {
            if (entry.getValue().startsWith(UNDER_WAY)) {
                throw halfWay(folder, entry.getKey(), entry.getValue().substring(UNDER_WAY.length()), null);
            }
            if (at >= scripts.size()) {
                throw new StoreException(StoreException.Kind.UNUSABLE,
                        Texts.get("store.migration.newer", folder.path().toString()));
            }
            if (!scripts.get(at).equals(entry.getKey()) || !hash(text(scripts.get(at))).equals(entry.getValue())) {
                throw new StoreException(StoreException.Kind.UNUSABLE,
                        Texts.get("store.migration.differs", folder.path().toString(), entry.getKey()));
            }
            at++;
        }
        return at;
    }

    private static StoreException halfWay(WorkspaceFolder folder, String script, String backup,
            @Nullable StoreException cause) {
        String sentence = Texts.get("store.migration.halfWay", folder.path().toString(), script,
                folder.backups().resolve(backup).toString());
        return cause == null ? new StoreException(StoreException.Kind.UNUSABLE, sentence)
                : new StoreException(StoreException.Kind.UNUSABLE, cause.getMessage() + " " + sentence, cause);
    }

    private static Map<String, String> applied(Connection connection) throws SQLException {
        Map<String, String> applied = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table if not exists schema_script (
                        name varchar primary key, sha256 varchar not null, applied timestamp not null)""");
            try (ResultSet rows = statement.executeQuery("select name, sha256 from schema_script order by name")) {
                while (rows.next()) {
                    applied.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return applied;
    }

    /// Whether there is anything in any table: without a record of a script that is somebody else's, and is left alone.
    private static boolean holdsRows(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select table_name from information_schema.tables where table_schema = 'PUBLIC'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        for (String table : tables) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "select 1 from \"" + table.replace("\"", "\"\"") + "\" limit 1")) {
                if (rows.next()) {
                    return true;
                }
            }
        }
        return false;
    }

    /// H2 commits every change of the schema by itself: a program killed while it set up a new workspace leaves some of
    /// the tables and no record of a script. They hold nothing yet.
    private static boolean beginAnew(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop all objects");
        }
        applied(connection);
        return true;
    }

    private static boolean begin(Connection connection, String script, String record) throws SQLException {
        try (PreparedStatement insert = connection
                .prepareStatement("insert into schema_script values (?, ?, current_timestamp)")) {
            insert.setString(1, script);
            insert.setString(2, record);
            return insert.executeUpdate() == 1;
        }
    }

    private static boolean apply(Connection connection, String script) throws SQLException {
        String text = text(script);
        try (Statement statement = connection.createStatement()) {
            for (String part : END.splitAsStream(text).toList()) {
                if (!part.isBlank()) {
                    statement.execute(part);
                }
            }
        }
        try (PreparedStatement update = connection
                .prepareStatement("update schema_script set sha256=?, applied=current_timestamp where name=?")) {
            update.setString(1, hash(text));
            update.setString(2, script);
            return update.executeUpdate() == 1;
        }
    }

    private static String text(String script) {
        try (InputStream in = Objects.requireNonNull(
                Migrations.class.getResourceAsStream("/cotejo/schema/" + script), script)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException failure) {
            throw new StoreException(StoreException.Kind.UNUSABLE, failure.toString(), failure);
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean hasDatabase(WorkspaceFolder folder) {
        return Files.exists(folder.databaseFile());
    }
}
