package cotejo.command;

import cotejo.dataset.Dataset;
import cotejo.dataset.Field;
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
            List<Drift.ColumnDrift> columns = Drift.columns(before, after, Progress.NONE, session.cancel());
            if (arguments.json()) {
                json(before, after, schema, columns, session);
            } else {
                said("command.datadiff.added", schema.added(), session);
                said("command.datadiff.removed", schema.removed(), session);
                said("command.datadiff.retyped", schema.retyped(), session);
                said("command.datadiff.reordered", schema.reordered(), session);
                table(columns).print(Rows.Format.TABLE, session);
            }
            int exit = Math.max(Tables.end(before, session), Tables.end(after, session));
            List<String> unreadable = columns.stream().map(Drift.ColumnDrift::unreadable)
                    .filter(why -> !why.isEmpty()).toList();
            unreadable.forEach(why -> Program.complain(session.err(), why));
            return unreadable.isEmpty() ? exit : Exit.PROBLEMS;
        }
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
                    number(drift.ks()), number(drift.nullsBefore()), number(drift.nullsAfter()),
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
                json.raw("psi", orNull(drift.psi()));
                json.raw("ks", orNull(drift.ks()));
                json.raw("nullRateBefore", orNull(drift.nullsBefore()));
                json.raw("nullRateAfter", orNull(drift.nullsAfter()));
                names("newCategories", drift.fresh(), json);
                names("vanishedCategories", drift.vanished(), json);
                json.whole("sampleRows", drift.rows());
                if (!drift.unreadable().isEmpty()) {
                    json.text("unreadable", drift.unreadable());
                }
                json.endObject();
            }
            json.endArray().endObject();
        }
    }

    private static String orNull(double value) {
        return Double.isNaN(value) ? "null" : Double.toString(value);
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
