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
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// Brings a workspace's schema up to date, one numbered script after the other. Each applied script is recorded with
/// its hash; a workspace whose record differs from the program's scripts is refused, and left as it is.
final class Migrations {

    /// The scripts, in order. A released script is never changed; a change is a new script.
    private static final List<String> SCRIPTS = List.of("001-workspace.sql", "002-content.sql", "003-registry.sql",
            "004-facts.sql");

    private static final Pattern END = Pattern.compile(";\\s*\n");

    private Migrations() {
    }

    static void bringUpToDate(Lane lane, WorkspaceFolder folder) {
        Map<String, String> applied = lane.run(Migrations::applied);
        int at = 0;
        for (Map.Entry<String, String> entry : applied.entrySet()) {
            if (at >= SCRIPTS.size()) {
                throw new StoreException(StoreException.Kind.UNUSABLE,
                        Texts.get("store.migration.newer", folder.path().toString()));
            }
            if (!SCRIPTS.get(at).equals(entry.getKey()) || !hash(text(SCRIPTS.get(at))).equals(entry.getValue())) {
                throw new StoreException(StoreException.Kind.UNUSABLE,
                        Texts.get("store.migration.differs", folder.path().toString(), entry.getKey()));
            }
            at++;
        }
        if (at == 0) {
            lane.run(Migrations::beginAnew);
        }
        if (at > 0 && at < SCRIPTS.size()) {
            Backups.write(lane, folder, "before-" + SCRIPTS.get(at).substring(0, 3));
        }
        for (String script : SCRIPTS.subList(at, SCRIPTS.size())) {
            lane.transaction(connection -> apply(connection, script));
        }
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

    /// H2 commits every change of the schema by itself: a program killed while it set up a new workspace leaves some of
    /// the tables and no record of a script. They hold nothing yet.
    private static boolean beginAnew(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop all objects");
        }
        applied(connection);
        return true;
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
        try (PreparedStatement insert = connection
                .prepareStatement("insert into schema_script values (?, ?, current_timestamp)")) {
            insert.setString(1, script);
            insert.setString(2, hash(text));
            return insert.executeUpdate() == 1;
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
