package cotejo.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Numbers for the names of params, tags and metrics, so that a run's packed facts need not spell them.
final class KeyTable {

    private final Lane writer;
    private final Map<String, Integer> idOf = new HashMap<>();
    private final Map<Integer, String> nameOf = new HashMap<>();

    KeyTable(Lane writer) {
        this.writer = writer;
        writer.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select id, name from key_name");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    remember(rows.getInt(1), rows.getString(2));
                }
                return true;
            }
        });
    }

    private void remember(int id, String name) {
        idOf.put(name, id);
        nameOf.put(id, name);
    }

    /// The number of a name; a new name is stored, and committed, before this returns.
    synchronized int id(String name) {
        Integer known = idOf.get(name);
        if (known != null) {
            return known;
        }
        learn(List.of(name));
        return Objects.requireNonNull(idOf.get(name));
    }

    /// Stores all names that are new in one commit: a commit for each of many thousand takes minutes.
    synchronized void learn(Collection<String> names) {
        Map<String, Integer> fresh = new LinkedHashMap<>();
        for (String name : names) {
            if (!idOf.containsKey(name) && !fresh.containsKey(name)) {
                fresh.put(name, idOf.size() + fresh.size() + 1);
            }
        }
        if (fresh.isEmpty()) {
            return;
        }
        writer.transaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into key_name values (?, ?)")) {
                for (Map.Entry<String, Integer> entry : fresh.entrySet()) {
                    insert.setInt(1, entry.getValue());
                    insert.setString(2, entry.getKey());
                    insert.executeUpdate();
                }
                return fresh.size();
            }
        });
        fresh.forEach((name, id) -> remember(id, name));
    }

    synchronized String name(int id) {
        String name = nameOf.get(id);
        if (name == null) {
            throw new IndexOutOfBoundsException("no key has the number " + id);
        }
        return name;
    }

    /// The number of a name if it has one, else -1.
    synchronized int find(String name) {
        return idOf.getOrDefault(name, -1);
    }
}
