package cotejo.command;

import cotejo.dataset.Dataset;
import cotejo.dataset.Field;
import cotejo.dataset.Reading;
import cotejo.dataset.Value;
import cotejo.dataset.view.DataView;
import cotejo.export.Cell;
import cotejo.export.TableText;
import cotejo.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `cotejo data`: rows of a tabular file, any of them.
final class DataCommand implements Command {

    private static final long WITHOUT_ROWS = 100;

    @Override
    public String name() {
        return "data";
    }

    @Override
    public String example() {
        return "cotejo data train.parquet --rows 9000000:9000020 --columns id,label";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.word("TABLE").value("--rows", "A:B").value("--columns", "COLUMNS").value("--where", "EXPR")
                .value("--order-by", "EXPR").value("--format", "FORMAT");
    }

    @Override
    public Need need(Arguments arguments) {
        return Need.NOTHING;
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        Rows.Format format = Rows.format(arguments);
        Span span = Span.of(arguments);
        try (Dataset dataset = Tables.open(arguments.words().getFirst(), session)) {
            int[] columns = Tables.columns(dataset, arguments.text("--columns")
                    .map(list -> Tables.names(dataset, list)).orElse(List.of()));
            DataView view = Tables.view(dataset, arguments, session);
            RowReader rows = new RowReader(view, columns, span.from(), span.to(), session);
            rows.more();
            if (format == Rows.Format.JSON) {
                json(dataset, view, columns, rows, session);
            } else {
                List<String> names = Arrays.stream(columns).mapToObj(c -> dataset.columns().get(c).name()).toList();
                print(format, names, rows, session);
            }
            return rows.end(Tables.end(dataset, session), dataset);
        }
    }

    /// Lines that stand for themselves go out as they are read, however many; the rest needs all rows at once.
    private static void print(Rows.Format format, List<String> names, RowReader rows, Session session)
            throws IOException {
        if (format == Rows.Format.CSV || format == Rows.Format.TSV) {
            TableText.Lines lines = TableText.lines(format == Rows.Format.CSV ? TableText.Format.CSV
                    : TableText.Format.TSV, TableText.Guard.DATA, names, session.out());
            rows.each(row -> lines.row(row.stream().map(DataCommand::cell).toList()));
            session.out().flush();
            return;
        }
        List<List<Cell>> cells = new ArrayList<>();
        rows.each(row -> cells.add(row.stream().map(DataCommand::cell).toList()));
        new Rows(names, cells).print(format, session);
    }

    /// The rows asked for.
    private record Span(long from, long to) {

        static Span of(Arguments arguments) {
            String text = arguments.text("--rows").orElse("0:" + WITHOUT_ROWS);
            int colon = text.indexOf(':');
            try {
                long from = colon == 0 ? 0 : Long.parseLong(colon < 0 ? text : text.substring(0, colon));
                long to = colon < 0 ? from + 1 : colon + 1 == text.length() ? Long.MAX_VALUE
                        : Long.parseLong(text.substring(colon + 1));
                if (from >= 0 && to >= from) {
                    return new Span(from, to);
                }
            } catch (NumberFormatException noNumbers) {
                throw Arguments.wrong("--rows", text);
            }
            throw Arguments.wrong("--rows", text);
        }
    }

    private static Cell cell(Value value) {
        return switch (value) {
            case Value.Nothing _ -> Cell.empty();
            case Value.Real real when real.bits() == 64 -> Cell.of(real.value());
            default -> Cell.of(value.plain());
        };
    }

    private static void json(Dataset dataset, DataView view, int[] columns, RowReader rows, Session session)
            throws IOException {
        try (JsonOut json = JsonOut.to(session.out())) {
            json.object().text("file", dataset.file().toString()).text("format", dataset.format()).array("columns");
            for (int column : columns) {
                json.element(dataset.columns().get(column).name());
            }
            json.endArray().array("types");
            for (int column : columns) {
                Field field = dataset.columns().get(column);
                json.element(field.type().label());
            }
            json.endArray().whole("firstRow", rows.from()).array("rows");
            rows.each(row -> {
                json.line().array();
                for (Value value : row) {
                    json.raw(value.json());
                }
                json.endArray();
            });
            long total = rows.count(dataset);
            json.endArray().whole("totalRows", total).whole("rowsLeft", view.rows());
            Reading reading = dataset.reading();
            json.whole("bytesRead", reading.bytesRead()).whole("fileBytes", reading.fileBytes())
                    .whole("columnsRead", reading.columnsRead()).text("read", Texts.get("command.data.read",
                            Integer.toString(reading.columnsRead()), reading.columns()));
            Tables.oddities(dataset, rows.broken(), json);
            json.endObject();
        }
    }
}
