package cotejo.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Damages a closed workspace.
final class Damage {

    private Damage() {
    }

    /// Changes one bit in the middle of a part of points.
    static void flipAPoint(Path workspace) {
        String url = "jdbc:h2:file:" + workspace.resolve("cotejo").toAbsolutePath();
        try (Connection connection = DriverManager.getConnection(url, "cotejo", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select slot, data from points order by slot limit 1")) {
            row.next();
            long slot = row.getLong(1);
            byte[] data = row.getBytes(2);
            data[data.length / 2] ^= 4;
            try (var update = connection.prepareStatement("update points set data = ? where slot = ?")) {
                update.setBytes(1, data);
                update.setLong(2, slot);
                update.executeUpdate();
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
