package cotejo.command;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.dataset.view.Conversion;
import cotejo.dataset.view.DataView;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// `cotejo convert`: a tabular file as Parquet, and what that is worth.
final class ConvertCommand implements Command {

    @Override
    public String name() {
        return "convert";
    }

    @Override
    public String example() {
        return "cotejo convert train.csv train.parquet";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.word("TABLE").word("OUT").value("--columns", "COLUMNS").value("--where", "EXPR")
                .value("--order-by", "EXPR");
    }

    @Override
    public Need need(Arguments arguments) {
        return Need.NOTHING;
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        Path out = session.path(arguments.words().get(1));
        if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".parquet")) {
            throw Refusal.usage(Texts.get("command.convert.ending", out));
        }
        Path in = session.path(arguments.words().getFirst());
        if (Files.exists(out) && Files.exists(in) && Files.isSameFile(in, out)) {
            throw Refusal.usage(Texts.get("command.convert.same", out));
        }
        try (Dataset dataset = Tables.open(arguments.words().getFirst(), session);
                ProgressBar bar = ProgressBar.on(session, arguments, out.toString())) {
            int[] columns = Tables.columns(dataset, arguments.text("--columns")
                    .map(list -> Tables.names(dataset, list)).orElse(List.of()));
            DataView view = Tables.view(dataset, arguments, session);
            Conversion.Converted converted = written(dataset, view, columns, out, bar, session);
            long before = columns.length == 0 ? 0 : Conversion.millisToRead(dataset, columns[0], session.cancel());
            long after;
            try (Dataset written = Datasets.open(out, session.cancel())) {
                after = columns.length == 0 ? 0 : Conversion.millisToRead(written, 0, session.cancel());
            }
            print(converted, out, before, after, arguments, session);
            return Tables.end(dataset, session);
        }
    }

    private static Conversion.Converted written(Dataset dataset, DataView view, int[] columns, Path out,
            ProgressBar bar, Session session) throws IOException {
        try {
            return Conversion.toParquet(dataset, view, columns, out, bar, session.cancel());
        } catch (FileSystemException unwritten) {
            throw FileTrouble.writing(out, unwritten);
        }
    }

    private static void print(Conversion.Converted converted, Path out, long before, long after, Arguments arguments,
            Session session) throws IOException {
        if (arguments.json()) {
            try (JsonOut json = JsonOut.to(session.out())) {
                json.object().text("file", out.toString()).whole("rows", converted.rows())
                        .whole("bytesBefore", converted.bytesBefore()).whole("bytesAfter", converted.bytesAfter())
                        .whole("columnMillisBefore", before).whole("columnMillisAfter", after).array("becameText");
                for (String name : converted.texts()) {
                    json.element(name);
                }
                json.endArray().endObject();
            }
            return;
        }
        session.out().write(Texts.get("command.convert.done", out, converted.rows(),
                Figures.bytes(converted.bytesBefore()), Figures.bytes(converted.bytesAfter()), before, after) + "\n");
        if (!converted.texts().isEmpty()) {
            session.out().write(Texts.get("command.convert.texts", String.join(", ", converted.texts())) + "\n");
        }
    }
}
