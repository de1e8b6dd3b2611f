package cotejo.ui.datasets;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.dataset.Field;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.UnwrittenData;
import cotejo.dataset.Vector;
import cotejo.dataset.view.Conversion;
import cotejo.dataset.view.DataView;
import cotejo.export.Cell;
import cotejo.export.FreshFile;
import cotejo.export.TableText;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.UiContext;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Writes rows of an open dataset to another file, as a task that tells how far it is.
final class DatasetExport {

    private final OpenDataset open;
    private final Dataset dataset;

    DatasetExport(OpenDataset open, Dataset dataset) {
        this.open = open;
        this.dataset = dataset;
    }

    /// All rows and columns as Parquet.
    void convert() {
        parquet("datasets.convert.title", DataView.all(dataset), columns());
    }

    /// Rows of a view as Parquet.
    void parquet(DataView view, int[] columns) {
        parquet("datasets.export.title", view, columns);
    }

    private void parquet(String title, DataView view, int[] columns) {
        choose(Texts.get(title), "parquet").ifPresent(out -> work(Texts.get("datasets.convert.task", out),
                (progress, cancel) -> converted(view, columns, out, progress, cancel)));
    }

    /// Rows of a view as CSV.
    void csv(DataView view, int[] columns) {
        choose(Texts.get("datasets.export.title"), "csv").ifPresent(out -> work(
                Texts.get("datasets.export.task", out),
                (progress, cancel) -> csv(view, columns, out, progress, cancel)));
    }

    private void work(String title, cotejo.work.Tasks.Body<String> body) {
        java.util.concurrent.CompletableFuture<?> _ = open.context().workspace().tasks().start(title, body)
                .whenComplete(this::told);
    }

    private int[] columns() {
        return IntStream.range(0, dataset.columns().size()).toArray();
    }

    private java.util.Optional<Path> choose(String title, String ending) {
        String name = open.file().getFileName().toString().replaceFirst("(\\.[^.]{1,8}){1,2}$", "");
        java.util.Optional<Path> out = open.context().choosers().saveFile(title, name + "." + ending,
                List.of(ending));
        if (out.isPresent() && same(out.get())) {
            open.context().notices().problems(Texts.get("datasets.export.same", out.get()), List.of());
            return java.util.Optional.empty();
        }
        return out;
    }

    /// Whether it is the file that is read, or lies in the folder that is read.
    private boolean same(Path out) {
        try {
            return Files.isDirectory(open.file())
                    ? out.toAbsolutePath().normalize().startsWith(open.file().toAbsolutePath().normalize())
                    : Files.exists(out) && Files.isSameFile(out, open.file());
        } catch (IOException unknown) {
            return true;
        }
    }

    private void told(String sentence, Throwable failure) {
        UiContext context = open.context();
        context.front().execute(() -> {
            if (failure == null) {
                context.notices().info(sentence);
            } else if (failure instanceof UnwrittenData unwritten) {
                context.notices().failed(String.valueOf(unwritten.getMessage()), unwritten);
            } else if (!(failure instanceof cotejo.work.CancelledException)) {
                context.notices().failed(Texts.get("datasets.export.failed", open.words(failure)), failure);
            }
        });
    }

    /// Writes Parquet and says what came of it.
    String converted(DataView view, int[] columns, Path out, Progress progress, Cancel cancel) throws IOException {
        Conversion.Converted done = Conversion.toParquet(dataset, view, columns, out, progress, cancel);
        if (view.rows() < view.total()) {
            // Some of the rows are no measure of what the file would take.
            return withTexts(Texts.get("datasets.export.done", out.getFileName(), done.rows(),
                    Figures.bytes(done.bytesAfter())), done);
        }
        long before = columns.length == 0 ? 0 : Conversion.millisToRead(dataset, columns[0], cancel);
        long after;
        try (Dataset written = Datasets.open(out, cancel)) {
            after = columns.length == 0 ? 0 : Conversion.millisToRead(written, 0, cancel);
        }
        return withTexts(Texts.get("datasets.convert.done", out.getFileName(), done.rows(),
                Figures.bytes(done.bytesBefore()), Figures.bytes(done.bytesAfter()), before, after), done);
    }

    private static String withTexts(String sentence, Conversion.Converted done) {
        return done.texts().isEmpty() ? sentence
                : sentence + " " + Texts.get("datasets.convert.texts", String.join(", ", done.texts()));
    }

    /// Writes CSV and says what came of it.
    String csv(DataView view, int[] columns, Path out, Progress progress, Cancel cancel) throws IOException {
        List<Field> fields = IntStream.of(columns).mapToObj(dataset.columns()::get).toList();
        long rows = view.total() == view.rows() ? dataset.countRows(cancel) : view.rows();
        long[] done = {0};
        try {
            FreshFile.write(out, writer -> {
                TableText.Lines lines = TableText.lines(TableText.Format.CSV, TableText.Guard.DATA,
                        fields.stream().map(Field::name).toList(), writer);
                view.each(0, rows, columns, (vectors, places, count) -> {
                    for (int i = 0; i < count; i++) {
                        lines.row(cells(vectors, fields, places[i]));
                    }
                    done[0] += count;
                    progress.report(Texts.get("dataset.convert.rows"), done[0], rows);
                }, cancel);
            });
        } catch (UncheckedIOException failure) {
            throw new UnwrittenData(out, Objects.requireNonNull(failure.getCause()));
        } catch (IOException failure) {
            throw failure instanceof UnreadableData ? failure : new UnwrittenData(out, failure);
        }
        return Texts.get("datasets.export.done", out.getFileName(), rows, Figures.bytes(Files.size(out)));
    }

    private static List<Cell> cells(List<Vector> vectors, List<Field> fields, int place) {
        List<Cell> cells = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            cells.add(CellCopy.cell(vectors.get(i).value(place, fields.get(i).type())));
        }
        return cells;
    }
}
