package cotejo.store;

import cotejo.model.Change;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Saved views and other things the window keeps with the workspace: texts (JSON) by scope and name. The scope says
/// what they belong to, such as `experiment:12`; the name `` (empty) is the one that is saved by itself.
public final class ViewStore {

    private enum Writing {
        STORED,
        DROPPED
    }

    private final Database database;
    private final Writing writing;

    public ViewStore(Database database) {
        this(database, Writing.STORED);
    }

    private ViewStore(Database database, Writing writing) {
        this.database = database;
        this.writing = writing;
    }

    /// The same views for somebody who only looks: what is put or removed is dropped. A picture of the window must not
    /// change how the window looks next time.
    public ViewStore forLooking() {
        return new ViewStore(database, Writing.DROPPED);
    }

    /// The views of a scope by name.
    public Map<String, String> all(String scope) {
        return database.read(connection -> {
            Map<String, String> views = new TreeMap<>();
            try (PreparedStatement select = connection
                    .prepareStatement("select name, val from saved_view where scope=?")) {
                select.setString(1, scope);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        views.put(row.getString(1), row.getString(2));
                    }
                }
            }
            return views;
        });
    }

    public Optional<String> get(String scope, String name) {
        return Optional.ofNullable(all(scope).get(name));
    }

    public void put(String scope, String name, String json) {
        if (writing == Writing.DROPPED) {
            return;
        }
        database.write(connection -> {
            try (PreparedStatement merge = connection
                    .prepareStatement("merge into saved_view key (scope, name) values (?, ?, ?, ?)")) {
                merge.setString(1, scope);
                merge.setString(2, name);
                merge.setString(3, json);
                merge.setLong(4, System.currentTimeMillis());
                return merge.executeUpdate();
            }
        });
        database.changes().tell(List.of(new Change.Views()));
    }

    public void remove(String scope, String name) {
        if (writing == Writing.DROPPED) {
            return;
        }
        database.write(connection -> {
            try (PreparedStatement delete = connection
                    .prepareStatement("delete from saved_view where scope=? and name=?")) {
                delete.setString(1, scope);
                delete.setString(2, name);
                return delete.executeUpdate();
            }
        });
        database.changes().tell(List.of(new Change.Views()));
    }
}
