package cotejo.store;

import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.model.VersionCard;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads registered models as they stand: the rows that imports brought, with the workspace's own laid over them.
final class CardReader {

    /// A model that a source holds.
    private record Imported(long key, String description, String tags, String aliases, long created, long updated,
            String label) {
    }

    /// A row of the workspace's own.
    private record Own(long key, @Nullable String description, String tags, long created, long updated, long deleted,
            boolean purged, int lastVersion) {
    }

    private final Connection connection;
    private final @Nullable ModelId only;
    private final Map<ModelId, Imported> imported = new TreeMap<>(BY_NAME);
    private final Map<ModelId, Own> own = new HashMap<>();
    private final Map<Long, TreeMap<Integer, VersionCard>> sourceVersions = new HashMap<>();
    private final Map<Long, List<VersionRow>> rows = new HashMap<>();
    private final Map<Long, Map<String, @Nullable Integer>> aliases = new HashMap<>();
    private final Texts texts = new Texts();

    /// Reads maps from JSON, the same text once: thousands of versions have the same few tags.
    static final class Texts {

        private static final int MOST = 10_000;

        private final Map<String, Map<String, String>> known = new HashMap<>();

        Map<String, String> of(String json) {
            if (json.equals("{}")) {
                return Map.of();
            }
            Map<String, String> map = known.get(json);
            if (map == null) {
                map = Json.texts(json);
                if (known.size() < MOST) {
                    known.put(json, map);
                }
            }
            return map;
        }
    }

    static final java.util.Comparator<ModelId> BY_NAME = java.util.Comparator
            .comparing((ModelId id) -> id.name().toLowerCase(java.util.Locale.ROOT)).thenComparing(ModelId::name)
            .thenComparing(ModelId::origin);

    private CardReader(Connection connection, @Nullable ModelId only) {
        this.connection = connection;
        this.only = only;
    }

    /// All models by name, those in the trash included. Of tens of thousands of versions, half are read on a thread
    /// beside.
    static List<ModelCard> all(Database database) {
        long middle = database.read(CardReader::middle);
        Supplier<Map<Long, List<VersionRow>>> beside = database.beside(connection -> {
            CardReader reader = new CardReader(connection, null);
            reader.versionRows(middle + 1, Long.MAX_VALUE);
            return reader.rows;
        });
        return database.read(connection -> {
            CardReader reader = new CardReader(connection, null);
            reader.around();
            reader.versionRows(Long.MIN_VALUE, middle);
            reader.rows.putAll(beside.get());
            return reader.cards();
        });
    }

    private static long middle(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select max(\"key\") / 2 from registry_model");
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /// One model, or null when there is none.
    static @Nullable ModelCard one(Connection connection, ModelId id) throws SQLException {
        CardReader reader = new CardReader(connection, id);
        reader.around();
        reader.versionRows(Long.MIN_VALUE, Long.MAX_VALUE);
        List<ModelCard> cards = reader.cards();
        return cards.isEmpty() ? null : cards.getFirst();
    }

    /// Everything but the versions of the workspace's own.
    private void around() throws SQLException {
        imported();
        own();
        sourceVersions();
        aliases();
    }

    private List<ModelCard> cards() {
        TreeMap<ModelId, ModelCard> cards = new TreeMap<>(BY_NAME);
        imported.forEach((id, from) -> cards.put(id, card(id, from, own.get(id))));
        own.forEach((id, row) -> cards.computeIfAbsent(id, any -> card(id, null, row)));
        own.forEach((id, row) -> {
            if (row.purged()) {
                cards.remove(id);
            }
        });
        return List.copyOf(cards.values());
    }

    private PreparedStatement prepare(String sql, String where) throws SQLException {
        PreparedStatement select = connection.prepareStatement(sql.formatted(only == null ? "" : where));
        if (only != null) {
            select.setString(1, only.origin());
            select.setString(2, only.name());
        }
        return select;
    }

    private void imported() throws SQLException {
        try (PreparedStatement select = prepare("""
                select s.path, m.name, m."key", m.description, m.tags, m.aliases, m.created, m.updated, s.label
                from registered_model m join source s on s."key" = m.source_key %s""", "where s.path=? and m.name=?");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                imported.put(new ModelId(row.getString(1), row.getString(2)), new Imported(row.getLong(3),
                        row.getString(4), row.getString(5), row.getString(6), row.getLong(7), row.getLong(8),
                        row.getString(9)));
            }
        }
    }

    private void own() throws SQLException {
        try (PreparedStatement select = prepare("""
                select origin, name, "key", description, tags, created, updated, deleted, purged, last_version
                from registry_model %s""", "where origin=? and name=?");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                own.put(new ModelId(row.getString(1), row.getString(2)), new Own(row.getLong(3), row.getString(4),
                        row.getString(5), row.getLong(6), row.getLong(7), row.getLong(8), row.getBoolean(9),
                        row.getInt(10)));
            }
        }
    }

    private void sourceVersions() throws SQLException {
        if (imported.isEmpty()) {
            return;
        }
        try (PreparedStatement select = prepare("""
                select v.model_key, s.path, v.version, v.stage, v.created, v.updated, v.user_id, v.source,
                v.storage_location, v.run_id, v.run_link, v.model_id, v.description, v.status, v.tags
                from model_version v join registered_model m on m."key" = v.model_key
                join source s on s."key" = m.source_key %s""", "where s.path=? and m.name=?");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                VersionCard card = new VersionCard(row.getInt(3), false, 0, row.getString(4), row.getString(4),
                        row.getLong(5), row.getLong(6), row.getString(7), row.getString(8), row.getString(9),
                        row.getString(2), row.getString(10), row.getString(11), row.getString(12),
                        row.getString(13), row.getString(14), texts.of(row.getString(15)), "", 0);
                sourceVersions.computeIfAbsent(row.getLong(1), any -> new TreeMap<>()).put(card.version(), card);
            }
        }
    }

    /// @param from the least number of a model
    /// @param to   the greatest
    private void versionRows(long from, long to) throws SQLException {
        try (PreparedStatement select = only == null
                ? connection.prepareStatement("select " + VersionRow.COLUMNS
                        + " from registry_version v where v.model_key between ? and ?")
                : prepare("select " + VersionRow.COLUMNS + " from registry_version v %s", """
                        join registry_model m on m."key" = v.model_key where m.origin=? and m.name=?""")) {
            if (only == null) {
                select.setLong(1, from);
                select.setLong(2, to);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.computeIfAbsent(row.getLong(1), any -> new ArrayList<>()).add(VersionRow.of(row, texts));
                }
            }
        }
    }

    private void aliases() throws SQLException {
        try (PreparedStatement select = prepare("""
                select a.model_key, a.alias, a.version from registry_alias a %s""", """
                join registry_model m on m."key" = a.model_key where m.origin=? and m.name=?""");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                aliases.computeIfAbsent(row.getLong(1), any -> new HashMap<>())
                        .put(row.getString(2), row.getObject(3, Integer.class));
            }
        }
    }

    private ModelCard card(ModelId id, @Nullable Imported from, @Nullable Own row) {
        TreeMap<Integer, VersionCard> versions = new TreeMap<>();
        List<Integer> hidden = new ArrayList<>();
        if (from != null) {
            versions.putAll(sourceVersions.getOrDefault(from.key(), new TreeMap<>()));
        }
        int last = versions.isEmpty() ? 0 : versions.lastKey();
        for (VersionRow laid : row == null ? List.<VersionRow>of() : rows.getOrDefault(row.key(), List.of())) {
            laid.over(versions, hidden);
            last = Math.max(last, laid.version());
        }
        SortedMap<String, Integer> named = new TreeMap<>(from == null ? Map.of() : Json.numbers(from.aliases()));
        named.values().removeIf(version -> !versions.containsKey(version));
        if (row != null) {
            aliases.getOrDefault(row.key(), Map.of()).forEach((alias, version) -> {
                if (version == null) {
                    named.remove(alias);
                } else {
                    named.put(alias, version);
                }
            });
        }
        String description = row != null && row.description() != null ? row.description()
                : from == null ? "" : from.description();
        return new ModelCard(id, from == null ? "" : from.label(), description,
                Json.laidOver(from == null ? "{}" : from.tags(), row == null ? "{}" : row.tags()), named,
                from == null ? created(row) : from.created(),
                Math.max(from == null ? 0 : from.updated(), row == null ? 0 : row.updated()),
                row == null ? 0 : row.deleted(), Math.max(last, row == null ? 0 : row.lastVersion()),
                List.copyOf(hidden), List.copyOf(versions.values()));
    }

    private static long created(@Nullable Own row) {
        return row == null ? 0 : row.created();
    }
}
