package cotejo.store;

import cotejo.model.DatasetRef;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// The datasets that runs refer to; two with the same content are one.
final class Datasets {

    private final Database database;
    private final Map<DatasetRef, Long> known = new HashMap<>();

    Datasets(Database database) {
        this.database = database;
    }

    /// The key of a dataset; a new one is stored, and committed, before this returns.
    long key(DatasetRef dataset) {
        return known.computeIfAbsent(dataset, this::find);
    }

    private long find(DatasetRef dataset) {
        String hash = hash(dataset);
        return database.write(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select \"key\" from dataset where hash = ?")) {
                select.setString(1, hash);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        return row.getLong(1);
                    }
                }
            }
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into dataset (hash, name, digest, source_type, source, dataset_schema, profile)
                    values (?, ?, ?, ?, ?, ?, ?)""", Statement.RETURN_GENERATED_KEYS)) {
                insert.setString(1, hash);
                insert.setString(2, dataset.name());
                insert.setString(3, dataset.digest());
                insert.setString(4, dataset.sourceType());
                insert.setString(5, dataset.source());
                insert.setString(6, dataset.schema());
                insert.setString(7, dataset.profile());
                insert.executeUpdate();
                try (ResultSet key = insert.getGeneratedKeys()) {
                    key.next();
                    return key.getLong(1);
                }
            }
        });
    }

    private static String hash(DatasetRef dataset) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String field : new String[] {dataset.name(), dataset.digest(), dataset.sourceType(), dataset.source(),
                dataset.schema(), dataset.profile()}) {
                digest.update(field.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// All datasets by key.
    static Map<Long, DatasetRef> all(Database database) {
        return database.read(connection -> {
            Map<Long, DatasetRef> all = new HashMap<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("""
                            select "key", name, digest, source_type, source, dataset_schema, profile from dataset""")) {
                while (row.next()) {
                    all.put(row.getLong(1), new DatasetRef(row.getString(2), row.getString(3), row.getString(4),
                            row.getString(5), row.getString(6), row.getString(7)));
                }
            }
            return all;
        });
    }
}
