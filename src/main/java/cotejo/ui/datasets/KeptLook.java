package cotejo.ui.datasets;

import cotejo.dataset.Dataset;
import cotejo.dataset.Field;
import cotejo.dataset.view.SortKey;
import cotejo.dataset.view.WhereReader;
import cotejo.settings.SettingsStore;
import cotejo.settings.TableLook;
import cotejo.ui.grid.GridColumns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// How a table is looked at: its filter, order and columns, which are there again when its file is opened another time.
/// Kept with the settings, for as many tables as [TableLook#MOST]; a table whose columns have other names is another.
final class KeptLook {

    /// Longer lists of columns, and more widths, are not kept.
    private static final int LONGEST = 20_000;
    private static final int WIDTHS = 500;

    private final SettingsStore settings;
    private final List<Field> fields;
    private final String file;
    private final String names;
    private final ReadOnlyBooleanWrapper plain = new ReadOnlyBooleanWrapper(true);
    private RowsViewModel.Asked asked;
    private GridColumns columns;

    KeptLook(SettingsStore settings, Path path, Dataset dataset) {
        this.settings = settings;
        this.fields = dataset.columns();
        this.file = path.toAbsolutePath().normalize().toString();
        this.names = fields.size() + "-" + Integer.toHexString(fields.stream().map(Field::name).toList().hashCode());
        TableLook look = settings.get().tables().stream().filter(one -> one.of(file, names)).findFirst()
                .orElse(new TableLook(file, names, "", "", "", 0, Map.of()));
        this.asked = new RowsViewModel.Asked(look.where(), order(look.order()));
        this.columns = columns(look);
        plain.set(same());
    }

    private List<SortKey> order(String text) {
        try {
            return text.isEmpty() ? List.of() : WhereReader.order(fields, text);
        } catch (WhereReader.Misunderstood otherTypes) {
            return List.of();
        }
    }

    private GridColumns columns(TableLook look) {
        List<Integer> shown = numbers(look.shown());
        GridColumns all = GridColumns.all(fields.size());
        boolean fits = shown.stream().allMatch(column -> column >= 0 && column < fields.size())
                && new HashSet<>(shown).size() == shown.size() && !shown.isEmpty();
        Map<Integer, Double> widths = new HashMap<>();
        look.widths().forEach((column, width) -> {
            List<Integer> one = numbers(column);
            if (one.size() == 1 && one.getFirst() < fields.size() && width < 1e5) {
                widths.put(one.getFirst(), Math.max(GridColumns.LEAST, width));
            }
        });
        return new GridColumns(fits ? shown : all.shown(), (int) Math.clamp(look.pinned(), 0, fields.size()), widths);
    }

    /// `0-4,7` as numbers; none where it is no such list.
    private List<Integer> numbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        try {
            for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
                int dash = part.indexOf('-');
                int from = Integer.parseInt(dash < 0 ? part : part.substring(0, dash));
                int to = dash < 0 ? from : Integer.parseInt(part.substring(dash + 1));
                if (from < 0 || to >= fields.size() || numbers.size() > fields.size()) {
                    return List.of();
                }
                for (int i = from; i <= to; i++) {
                    numbers.add(i);
                }
            }
        } catch (NumberFormatException byAnotherHand) {
            return List.of();
        }
        return numbers;
    }

    private static String text(List<Integer> shown) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < shown.size(); ) {
            int end = i;
            while (end + 1 < shown.size() && shown.get(end + 1) == shown.get(end) + 1) {
                end++;
            }
            parts.add(end == i ? Integer.toString(shown.get(i)) : shown.get(i) + "-" + shown.get(end));
            i = end + 1;
        }
        return String.join(",", parts);
    }

    /// Which rows were asked for.
    RowsViewModel.Asked asked() {
        return asked;
    }

    /// How the columns were arranged.
    GridColumns columns() {
        return columns;
    }

    /// Whether everything is as in the file.
    ReadOnlyBooleanProperty plain() {
        return plain.getReadOnlyProperty();
    }

    void keep(RowsViewModel.Asked now) {
        if (!now.equals(asked)) {
            asked = now;
            store();
        }
    }

    void keep(GridColumns now) {
        if (!now.equals(columns)) {
            columns = now;
            store();
        }
    }

    private boolean same() {
        return asked.equals(RowsViewModel.Asked.ALL) && columns.equals(GridColumns.all(fields.size()));
    }

    private void store() {
        plain.set(same());
        boolean every = columns.shown().equals(GridColumns.all(fields.size()).shown());
        String shown = every ? "" : text(columns.shown());
        Map<String, Double> widths = columns.widths().entrySet().stream().limit(WIDTHS)
                .collect(Collectors.toMap(entry -> Integer.toString(entry.getKey()), Map.Entry::getValue));
        String order = asked.order().stream().map(key -> WhereText.name(key.leaf())
                + (key.direction() == SortKey.Direction.DESCENDING ? " desc" : "")).collect(Collectors.joining(", "));
        TableLook look = new TableLook(file, names, asked.where(), order, shown.length() > LONGEST ? "" : shown,
                shown.length() > LONGEST ? 0 : columns.pinned(), widths);
        settings.change(before -> {
            List<TableLook> tables = new ArrayList<>(before.tables());
            tables.removeIf(one -> one.of(file, names));
            if (!plain.get()) {
                tables.addFirst(look);
            }
            return before.withTables(tables);
        });
    }
}
