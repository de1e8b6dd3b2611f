package cotejo.command;

import cotejo.dataset.Dataset;
import cotejo.dataset.Field;
import cotejo.dataset.FileFacts;
import cotejo.dataset.Value;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `cotejo schema`: what a tabular file says of itself.
final class SchemaCommand implements Command {

    private static final int BIGGEST = 20;

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public String example() {
        return "cotejo schema train.parquet --json";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.word("TABLE");
    }

    @Override
    public Need need(Arguments arguments) {
        return Need.NOTHING;
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        try (Dataset dataset = Tables.open(arguments.words().getFirst(), session)) {
            long rows = dataset.countRows(session.cancel());
            FileFacts facts = dataset.facts(session.cancel());
            if (arguments.json()) {
                json(dataset, rows, facts, session);
            } else {
                print(dataset, rows, facts, session.out());
            }
            return Tables.end(dataset, session);
        }
    }

    private static void print(Dataset dataset, long rows, FileFacts facts, Writer out) throws IOException {
        out.write(Texts.get("command.schema.head", dataset.file(), dataset.format(), rows,
                dataset.columns().size()) + "\n");
        for (FileFacts.Fact fact : facts.summary()) {
            out.write("  " + fact.name() + ": " + TerminalTable.plain(fact.value()) + "\n");
        }
        out.write("\n");
        for (Field field : dataset.columns()) {
            tree(field, 1, out);
        }
        if (!facts.bytes().isEmpty()) {
            out.write("\n" + Texts.get("command.schema.bytes") + "\n");
            long all = Math.max(1, facts.bytes().values().stream().mapToLong(Long::longValue).sum());
            for (Map.Entry<String, Long> entry : facts.bytes().entrySet().stream().limit(BIGGEST).toList()) {
                out.write(String.format(Locale.ROOT, "  %5.1f %%  %s  %s%n", 100.0 * entry.getValue() / all,
                        Figures.bytes(entry.getValue()), TerminalTable.plain(entry.getKey())));
            }
        }
        if (!facts.integrity().isEmpty()) {
            out.write("\n" + facts.integrity() + "\n");
        }
    }

    private static void tree(Field field, int depth, Writer out) throws IOException {
        String physical = field.physical().isEmpty() ? "" : "  (" + field.physical() + ")";
        out.write("  ".repeat(depth) + TerminalTable.plain(field.name()) + ": " + (field.type().parts().isEmpty()
                ? field.type().label() : field.type().label().replaceFirst("<.*", ""))
                + (field.nullness() == Field.Nullness.REQUIRED ? "  " + Texts.get("command.schema.required") : "")
                + physical + "\n");
        for (Field part : field.type().parts()) {
            tree(part, depth + 1, out);
        }
    }

    private static void json(Dataset dataset, long rows, FileFacts facts, Session session) throws IOException {
        try (JsonOut json = JsonOut.to(session.out())) {
            json.object().text("file", dataset.file().toString()).text("format", dataset.format()).whole("rows", rows)
                    .array("columns");
            for (Field field : dataset.columns()) {
                field(field, json.line());
            }
            json.endArray().object("facts");
            for (FileFacts.Fact fact : facts.summary()) {
                json.text(fact.name(), fact.value());
            }
            json.endObject().texts("metadata", facts.keyValues()).texts("decoded", facts.decoded())
                    .object("columnBytes");
            for (Map.Entry<String, Long> entry : facts.bytes().entrySet()) {
                json.whole(entry.getKey(), entry.getValue());
            }
            json.endObject().text("integrity", facts.integrity()).array("rowGroups");
            for (FileFacts.RowGroup group : facts.rowGroups()) {
                group(group, json.line());
                session.cancel().check();
            }
            json.endArray();
            Tables.oddities(dataset, json);
            json.endObject();
        }
    }

    private static void field(Field field, JsonOut json) throws IOException {
        json.object().text("name", field.name()).text("type", field.physical().isEmpty() ? field.type().label()
                : field.physical()).text("logicalType", field.type().label())
                .flag("nullable", field.nullness() == Field.Nullness.NULLABLE);
        if (!field.type().parts().isEmpty()) {
            json.array("parts");
            for (Field part : field.type().parts()) {
                field(part, json);
            }
            json.endArray();
        }
        json.endObject();
    }

    private static void group(FileFacts.RowGroup group, JsonOut json) throws IOException {
        json.object().whole("firstRow", group.firstRow()).whole("rows", group.rows()).whole("bytes", group.bytes())
                .array("columns");
        for (FileFacts.Chunk chunk : group.chunks()) {
            json.line().object().text("path", chunk.path()).text("codec", chunk.codec()).array("encodings");
            for (String encoding : chunk.encodings()) {
                json.element(encoding);
            }
            json.endArray().whole("offset", chunk.offset()).whole("compressedBytes", chunk.compressed())
                    .whole("uncompressedBytes", chunk.uncompressed()).whole("values", chunk.values())
                    .text("min", plain(chunk.min())).text("max", plain(chunk.max()));
            if (chunk.nulls() >= 0) {
                json.whole("nulls", chunk.nulls());
            }
            if (chunk.distinct() >= 0) {
                json.whole("distinct", chunk.distinct());
            }
            json.array("has");
            for (String part : chunk.parts()) {
                json.element(part);
            }
            json.endArray().endObject();
        }
        json.endArray().endObject();
    }

    private static @Nullable String plain(@Nullable Value value) {
        return value == null ? null : value.plain();
    }
}
