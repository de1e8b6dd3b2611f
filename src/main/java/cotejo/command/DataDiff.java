package cotejo.command;

import cotejo.dataset.Dataset;
import cotejo.dataset.Field;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.profile.Drift;
import cotejo.export.Cell;
import cotejo.text.Texts;
import cotejo.work.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `cotejo diff --data A B`: how the schema and the columns of one tabular file have moved away from another's.
final class DataDiff {

    private DataDiff() {
    }

    static int run(Arguments arguments, Session session) throws IOException {
        List<String> words = arguments.words();
        if (words.size() != 2) {
            throw Refusal.usage(Texts.get("command.datadiff.two"));
        }
        try (Dataset before = Tables.open(words.getFirst(), session);
                Dataset after = Tables.open(words.getLast(), session)) {
            Drift.SchemaDiff schema = Drift.schema(before.columns(), after.columns());
            List<Drift.ColumnDrift> columns = new ArrayList<>();
            List<UnreadableData> failures = new ArrayList<>();
            Drift.each(before, after, collecting(columns, failures), Progress.NONE, session.cancel());
            columns.sort(Drift.ColumnDrift.MOVED_MOST_FIRST);
            if (arguments.json()) {
                json(before, after, schema, columns, session);
            } else {
                said("command.datadiff.added", schema.added(), session);
                said("command.datadiff.removed", schema.removed(), session);
                said("command.datadiff.retyped", schema.retyped(), session);
                said("command.datadiff.reordered", schema.reordered(), session);
                table(columns).print(Rows.Format.TABLE, session);
            }
            failures.forEach(why -> Program.complain(session.err(), String.valueOf(why.getMessage())));
            int end = Math.max(Tables.end(before, session), Tables.end(after, session));
            return failures.isEmpty() ? end : Math.max(end, Exit.PROBLEMS);
        }
    }

    private static Drift.Found collecting(List<Drift.ColumnDrift> columns, List<UnreadableData> failures) {
        return new Drift.Found() {
            @Override
            public void drift(Drift.ColumnDrift drift) {
                columns.add(drift);
            }

            @Override
            public void failed(String name, UnreadableData why) {
                failures.add(why);
            }
        };
    }

    private static void said(String key, List<String> names, Session session) throws IOException {
        if (!names.isEmpty()) {
            session.out().write(Texts.get(key, TerminalTable.plain(String.join(", ", names))) + "\n");
        }
    }

    private static Rows table(List<Drift.ColumnDrift> columns) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Drift.ColumnDrift drift : columns) {
            rows.add(List.of(Cell.of(drift.name()), Cell.of(drift.type().label()), number(drift.psi()),
                    number(drift.ks()), Cell.of(drift.nullsBefore()), Cell.of(drift.nullsAfter()),
                    Cell.of(String.join(", ", drift.fresh())), Cell.of(String.join(", ", drift.vanished()))));
        }
        return new Rows(List.of("column", "type", "PSI", "KS", "nulls A", "nulls B", "new", "vanished"), rows);
    }

    private static Cell number(double value) {
        return Double.isNaN(value) ? Cell.empty() : Cell.of(value);
    }

    private static void json(Dataset before, Dataset after, Drift.SchemaDiff schema, List<Drift.ColumnDrift> columns,
            Session session) throws IOException {
        try (JsonOut json = JsonOut.to(session.out())) {
            json.object().array("files").element(before.file().toString()).element(after.file().toString()).endArray()
                    .object("schema");
            names("added", schema.added(), json);
            names("removed", schema.removed(), json);
            json.array("retyped");
            for (String name : schema.retyped()) {
                json.object().text("name", name).text("from", type(before, name)).text("to", type(after, name))
                        .endObject();
            }
            json.endArray();
            names("reordered", schema.reordered(), json);
            json.endObject().array("columns");
            for (Drift.ColumnDrift drift : columns) {
                json.line().object().text("name", drift.name()).text("type", drift.type().label());
                json.raw("psi", Double.isNaN(drift.psi()) ? "null" : Double.toString(drift.psi()));
                json.raw("ks", Double.isNaN(drift.ks()) ? "null" : Double.toString(drift.ks()));
                json.number("nullRateBefore", drift.nullsBefore()).number("nullRateAfter", drift.nullsAfter());
                names("newCategories", drift.fresh(), json);
                names("vanishedCategories", drift.vanished(), json);
                json.whole("sampleRows", drift.rows()).endObject();
            }
            json.endArray().endObject();
        }
    }

    private static String type(Dataset dataset, String name) {
        return dataset.columns().stream().filter(column -> column.name().equals(name)).map(Field::type).findFirst()
                .orElseThrow().label();
    }

    private static void names(String name, List<String> values, JsonOut json) throws IOException {
        json.array(name);
        for (String value : values) {
            json.element(value);
        }
        json.endArray();
    }
}
