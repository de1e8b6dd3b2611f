package cotejo.store;

import cotejo.model.ModelId;
import cotejo.model.RegistryEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Rows of the registry that imports and the registry itself both write.
final class RegistryRows {

    static final String APPEND = """
            insert into registry_event (model_key, version, at, recorded, who, event, from_stage, to_stage, note,
            detail) values (?,?,?,?,?,?,?,?,?,?)""";

    private RegistryRows() {
    }

    /// The number of a model, given to it now if it has none.
    static long modelKey(Connection connection, ModelId id, long now) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("select \"key\" from registry_model where origin=? and name=?")) {
            select.setString(1, id.origin());
            select.setString(2, id.name());
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    return row.getLong(1);
                }
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into registry_model (origin, name, description, tags, created, updated, deleted, purged,
                last_version) values (?,?,null,'{}',?,?,0,false,0)""", Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, id.origin());
            insert.setString(2, id.name());
            insert.setLong(3, now);
            // What an import brings is as old as its source says.
            insert.setLong(4, id.isHere() ? now : 0);
            insert.executeUpdate();
            try (ResultSet key = insert.getGeneratedKeys()) {
                key.next();
                return key.getLong(1);
            }
        }
    }

    static RegistryEvent append(Connection connection, RegistryEvent event) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(APPEND, Statement.RETURN_GENERATED_KEYS)) {
            insert.setLong(1, event.modelKey());
            insert.setInt(2, event.version());
            insert.setLong(3, event.at());
            insert.setLong(4, event.recorded());
            insert.setString(5, event.who());
            insert.setString(6, event.kind().word());
            insert.setString(7, event.from());
            insert.setString(8, event.to());
            insert.setString(9, event.comment());
            insert.setString(10, event.detail().equals(RegistryEvent.Detail.NONE) ? ""
                    : Json.text(event.detail()));
            insert.executeUpdate();
            try (ResultSet key = insert.getGeneratedKeys()) {
                key.next();
                return new RegistryEvent(key.getLong(1), event.modelKey(), event.version(), event.at(),
                        event.recorded(), event.who(), event.kind(), event.from(), event.to(), event.comment(),
                        event.detail());
            }
        }
    }

    /// The history that a statement selects, with all columns of the table in order.
    static List<RegistryEvent> events(PreparedStatement select) throws SQLException {
        List<RegistryEvent> events = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String detail = row.getString(11);
                events.add(new RegistryEvent(row.getLong(1), row.getLong(2), row.getInt(3), row.getLong(4),
                        row.getLong(5), row.getString(6),
                        RegistryEvent.Kind.of(row.getString(7)).orElse(RegistryEvent.Kind.COMMENT), row.getString(8),
                        row.getString(9), row.getString(10),
                        detail.isEmpty() ? RegistryEvent.Detail.NONE : Json.detail(detail)));
            }
        }
        return events;
    }
}
