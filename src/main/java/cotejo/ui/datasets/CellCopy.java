package cotejo.ui.datasets;

import cotejo.dataset.Field;
import cotejo.dataset.Rows;
import cotejo.dataset.Value;
import cotejo.export.Cell;
import cotejo.export.TableText;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.grid.GridColumns;
import cotejo.ui.grid.GridSelection;
import cotejo.work.Cancel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Copies selected cells: as a table, as one line, or as code that reads the same again.
final class CellCopy {

    /// What is copied of the selection.
    enum Form {
        TSV,
        CSV,
        MARKDOWN,
        LATEX,
        JSON,
        LIST,
        PANDAS,
        POLARS,
        DUCKDB
    }

    /// More cells than this are a file, not a clipboard.
    private static final long MOST = 2_000_000;

    private final OpenDataset open;
    private final Supplier<RowsViewModel.Shown> shown;
    private final List<Field> fields;

    CellCopy(OpenDataset open, Supplier<RowsViewModel.Shown> shown, List<Field> fields) {
        this.open = open;
        this.shown = shown;
        this.fields = fields;
    }

    /// Puts a text on the clipboard.
    void text(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Reads the selected cells and puts them on the clipboard; a notice tells how many.
    void copy(GridSelection selection, GridColumns shown, Form form) {
        if (selection.isEmpty()) {
            return;
        }
        int[] columns = shown.shown().subList(selection.firstPlace(), selection.lastPlace() + 1).stream()
                .mapToInt(Integer::intValue).toArray();
        long count = selection.lastRow() - selection.firstRow() + 1;
        List<String> names = java.util.Arrays.stream(columns).mapToObj(c -> fields.get(c).name()).toList();
        if (form.compareTo(Form.PANDAS) >= 0) {
            if (count == 1 && columns.length == 1) {
                // One cell says where somebody clicked, not what is to be had again.
                List<String> all = shown.shown().stream().map(c -> fields.get(c).name()).toList();
                code(form, all, 0, this.shown.get().view().rows());
            } else {
                code(form, names, selection.firstRow(), count);
            }
            return;
        }
        if (count * columns.length > MOST) {
            open.context().notices().problems(Texts.get("datasets.copy.tooMuch", Figures.count(MOST)), List.of());
            return;
        }
        java.util.concurrent.CompletableFuture<?> _ = open.context().workspace().tasks()
                .start(Texts.get("datasets.copy.task"), (progress, cancel) ->
                string(form, names, read(selection.firstRow(), (int) count, columns, cancel))).whenComplete(
                        (text, failure) -> open.context().front().execute(() -> {
                            if (failure == null) {
                                text(text);
                                told(count * columns.length);
                            } else {
                                open.context().notices().failed(Texts.get("datasets.copy.failed"), failure);
                            }
                        }));
    }

    private void code(Form form, List<String> names, long first, long count) {
        RowsViewModel.Shown now = shown.get();
        long asked = first == 0 && count >= now.view().rows() ? DatasetCode.ALL : count;
        new DatasetCode(now.dataset(), names, now.condition(), now.asked().order(), first, asked)
                .of(form).ifPresentOrElse(code -> {
                    text(code);
                    open.context().notices().info(Texts.get("datasets.copied.code", count, names.size()));
                }, () -> open.context().notices().problems(Texts.get("datasets.copy.noCode"), List.of()));
    }

    private void told(long cells) {
        open.context().notices().info(Texts.get("datasets.copied", cells));
    }

    private List<List<Value>> read(long first, int count, int[] columns, Cancel cancel) throws IOException {
        Rows found = shown.get().rows().read(first, count, columns, cancel);
        return found.cells();
    }

    private static String string(Form form, List<String> names, List<List<Value>> cells) {
        return switch (form) {
            case LIST -> cells.stream().flatMap(List::stream).map(CellCopy::literal)
                    .collect(Collectors.joining(", "));
            // A single cell is pasted where its name would disturb.
            case TSV -> names.size() == 1 && cells.size() == 1 ? cells.getFirst().getFirst().plain()
                    : table(TableText.Format.TSV, names, cells);
            case CSV -> table(TableText.Format.CSV, names, cells);
            case MARKDOWN -> table(TableText.Format.MARKDOWN, names, cells);
            case LATEX -> table(TableText.Format.LATEX, names, cells);
            case JSON -> table(TableText.Format.JSON, names, cells);
            case PANDAS, POLARS, DUCKDB -> throw new IllegalArgumentException(form.name());
        };
    }

    private static String table(TableText.Format format, List<String> names, List<List<Value>> cells) {
        List<List<Cell>> lines = new ArrayList<>();
        for (List<Value> row : cells) {
            lines.add(row.stream().map(CellCopy::cell).toList());
        }
        return TableText.text(format, TableText.Guard.DATA, names, lines);
    }

    static Cell cell(Value value) {
        return switch (value) {
            case Value.Nothing _ -> Cell.empty();
            case Value.Real real when real.bits() == 64 -> Cell.of(real.value());
            case Value.Whole whole when Math.abs(whole.value()) < 1L << 53 -> Cell.of((double) whole.value());
            case Value other -> Cell.of(other.plain());
        };
    }

    /// As Python and SQL write it.
    private static String literal(Value value) {
        return switch (value) {
            case Value.Nothing _ -> "None";
            case Value.Whole _, Value.Real _, Value.Decimal _ -> value.plain();
            case Value.Flag flag -> flag == Value.Flag.TRUE ? "True" : "False";
            case Value other -> DatasetCode.quoted(other.plain());
        };
    }
}
