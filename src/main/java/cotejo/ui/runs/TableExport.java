package cotejo.ui.runs;

import cotejo.export.Cell;
import cotejo.export.TableText;
import cotejo.query.ColumnRef;
import cotejo.query.RunAttribute;
import cotejo.query.RunRow;
import cotejo.query.Spread;
import cotejo.text.Texts;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The table as other programs read it: the columns that are shown, in their order, every number exact. Columns are
/// named as filters name them; times are ISO 8601, durations seconds.
final class TableExport {

    private static final List<RunAttribute> FIRST = List.of(RunAttribute.RUN_ID, RunAttribute.RUN_NAME,
            RunAttribute.STATUS);

    private final Listing listing;
    /// Without curves, and without what stands first in any case.
    private final List<GridColumn> columns;

    TableExport(Listing listing) {
        this.listing = listing;
        this.columns = listing.columns().stream().filter(column -> !column.curve()
                && !(column.ref() instanceof ColumnRef.Attribute a && FIRST.contains(a.attribute()))).toList();
    }

    /// Some runs, in the table's order, those in closed groups and trees at the end. Tabs are what spreadsheets are
    /// given, so texts that would be formulas there are guarded; everything else is as it was stored.
    String text(TableText.Format format, Set<Long> runs) {
        List<List<Cell>> rows = new ArrayList<>();
        Set<Long> left = new LinkedHashSet<>(runs);
        for (int line = 0; line < listing.rows().size(); line++) {
            int row = listing.rows().frameRow(line);
            if (row >= 0 && left.remove(listing.frame().run(row).key())) {
                rows.add(row(row));
            }
        }
        left.stream().mapToInt(listing.frame()::row).filter(row -> row >= 0).sorted()
                .forEach(row -> rows.add(row(row)));
        TableText.Guard guard = format == TableText.Format.TSV ? TableText.Guard.SPREADSHEET : TableText.Guard.DATA;
        return TableText.text(format, guard, heads(), rows);
    }

    private List<String> heads() {
        List<String> heads = new ArrayList<>(List.of("run_id", "name", "status"));
        columns.forEach(column -> heads.add(head(column.ref())));
        return heads;
    }

    private static String head(ColumnRef ref) {
        return ref.text();
    }

    private List<Cell> row(int row) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(listing.frame().run(row).id()));
        cells.add(Cell.of(listing.frame().run(row).name()));
        cells.add(Cell.of(listing.frame().run(row).status().name()));
        columns.forEach(column -> cells.add(cell(column, row)));
        return cells;
    }

    private Cell cell(GridColumn column, int row) {
        GridColumn.Words words = column.at(row);
        if (words == null) {
            return Cell.empty();
        }
        return switch (column.ref()) {
            case ColumnRef.Metric m -> {
                cotejo.model.MetricColumn values = listing.frame().metric(m.key());
                yield values == null ? Cell.empty() : Cell.of(values.get(m.stat(), row));
            }
            case ColumnRef.MetricAt _ -> Cell.of(Double.parseDouble(words.exact()));
            case ColumnRef.Attribute a -> switch (a.attribute()) {
                case START -> Cell.of(Instant.ofEpochMilli(listing.frame().run(row).start()).toString());
                case END -> Cell.of(Instant.ofEpochMilli(listing.frame().run(row).end()).toString());
                case DURATION -> Cell.of(listing.frame().run(row).duration() / 1000.0);
                default -> Cell.of(words.exact());
            };
            case ColumnRef.Param _, ColumnRef.Tag _ -> Cell.of(words.exact());
        };
    }

    /// Writes the table as it is seen: grouped, its groups with their numbers; else its runs.
    void write(Path file, TableText.Format format) throws IOException {
        boolean groups = listing.rows().size() > 0 && listing.rows().frameRow(0) < 0;
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            if (groups) {
                TableText.write(format, TableText.Guard.DATA, groupHeads(), groupRows(), out);
            } else {
                TableText.write(format, TableText.Guard.DATA, heads(), runRows(), out);
            }
        }
    }

    private List<List<Cell>> runRows() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int line = 0; line < listing.rows().size(); line++) {
            int row = listing.rows().frameRow(line);
            if (row >= 0) {
                rows.add(row(row));
            }
        }
        return rows;
    }

    private List<GridColumn> counted() {
        return columns.stream().filter(column -> !(column.ref() instanceof ColumnRef.Attribute)
                && !(column.ref() instanceof ColumnRef.Tag)).toList();
    }

    private List<String> groupHeads() {
        List<String> heads = new ArrayList<>(List.of("group", "n"));
        for (GridColumn column : counted()) {
            String head = head(column.ref());
            heads.addAll(List.of(head + " mean", head + " std", head + " min", head + " max"));
        }
        return heads;
    }

    private List<List<Cell>> groupRows() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int line = 0; line < listing.rows().size(); line++) {
            if (listing.rows().get(line) instanceof RunRow.Group group) {
                List<Cell> cells = new ArrayList<>();
                cells.add(Cell.of(String.join(" / ", group.path().stream().map(part -> part.value() == null
                        ? Texts.get("runs.group.without") : part.value()).toList())));
                cells.add(Cell.of(group.n()));
                for (GridColumn column : counted()) {
                    Spread spread = group.members().spread(column.ref());
                    cells.addAll(List.of(number(spread.n(), spread.mean()), number(spread.n() - 1, spread.std()),
                            number(spread.n(), spread.min()), number(spread.n(), spread.max())));
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    private static Cell number(int from, double value) {
        return from <= 0 ? Cell.empty() : Cell.of(value);
    }
}
