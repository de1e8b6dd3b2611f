package cotejo.store;

import cotejo.model.ModelId;
import cotejo.model.ModelVersion;
import cotejo.model.RegisteredModel;
import cotejo.model.RegistryEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What was known of a source's model before it is imported again. MLflow keeps no history of stages; what two imports
/// find different is one.
final class SeenModel {

    private final String origin;
    private final RegisteredModel model;
    private final Map<Integer, String> stages;
    private final Map<String, Integer> aliases;

    private SeenModel(String origin, RegisteredModel model, Map<Integer, String> stages,
            Map<String, Integer> aliases) {
        this.origin = origin;
        this.model = model;
        this.stages = stages;
        this.aliases = aliases;
    }

    static SeenModel before(Connection connection, long sourceKey, RegisteredModel model) throws SQLException {
        String origin = "";
        Map<String, Integer> aliases = Map.of();
        Map<Integer, String> stages = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select s.path, m.aliases, v.version, v.stage from source s
                left join registered_model m on m.source_key = s."key" and m.name = ?
                left join model_version v on v.model_key = m."key" where s."key"=?""")) {
            select.setString(1, model.name());
            select.setLong(2, sourceKey);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    origin = row.getString(1);
                    @Nullable String json = row.getString(2);
                    aliases = json == null ? aliases : Json.numbers(json);
                    if (row.getString(4) != null) {
                        stages.put(row.getInt(3), row.getString(4));
                    }
                }
            }
        }
        return new SeenModel(origin, model, stages, aliases);
    }

    /// Writes down what the source says now and did not say before.
    void note(Connection connection, long now) throws SQLException {
        long key = RegistryRows.modelKey(connection, new ModelId(origin, model.name()), now);
        for (ModelVersion version : model.versions()) {
            @Nullable String before = stages.get(version.version());
            String stage = version.stage().canonical();
            if (!stage.equals(before)) {
                long at = version.updated() > 0 ? version.updated() : version.created();
                append(connection, key, version.version(), at == 0 ? now : at, now, before, stage,
                        Map.of("created", Long.toString(version.created())));
            }
        }
        for (Map.Entry<String, Integer> alias : new TreeMap<>(model.aliases()).entrySet()) {
            if (!alias.getValue().equals(aliases.get(alias.getKey()))) {
                append(connection, key, alias.getValue(), time(now), now, null, null, Map.of("alias", alias.getKey()));
            }
        }
        for (String gone : aliases.keySet()) {
            if (!model.aliases().containsKey(gone)) {
                append(connection, key, 0, time(now), now, null, null, Map.of("alias", gone));
            }
        }
    }

    private long time(long now) {
        return model.updated() > 0 ? model.updated() : now;
    }

    private static void append(Connection connection, long key, int version, long at, long now,
            @Nullable String from, @Nullable String to, Map<String, String> notes) throws SQLException {
        RegistryRows.append(connection, new RegistryEvent(0, key, version, at, now, "", RegistryEvent.Kind.IMPORT,
                from, to, "", RegistryEvent.Detail.of(notes)));
    }
}
