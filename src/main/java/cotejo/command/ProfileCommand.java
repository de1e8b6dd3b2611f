package cotejo.command;

import cotejo.dataset.Dataset;
import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.Leaf;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.profile.ColumnProfile;
import cotejo.dataset.profile.KeptProfiles;
import cotejo.dataset.profile.Profiles;
import cotejo.export.Cell;
import cotejo.text.Texts;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// `cotejo profile`: what each column holds, from all of the data unless a sample or the footer is asked for.
final class ProfileCommand implements Command {

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public String example() {
        return "cotejo profile train.parquet --column score --json";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.word("TABLE").values("--column", "COLUMN").value("--from", "SOURCE").value("--format", "FORMAT");
    }

    @Override
    public Need need(Arguments arguments) {
        return Need.NOTHING;
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        Rows.Format format = Rows.format(arguments);
        long began = System.nanoTime();
        try (Dataset dataset = Tables.open(arguments.words().getFirst(), session)) {
            Gathered gathered = new Gathered();
            profile(dataset, leaves(dataset, arguments.texts("--column")), arguments.text("--from").orElse("scan"),
                    gathered, kept(host), session);
            long rows = dataset.countRows(session.cancel());
            if (format == Rows.Format.JSON) {
                try (JsonOut json = JsonOut.to(session.out())) {
                    json.object().text("file", dataset.file().toString()).text("format", dataset.format())
                            .whole("rows", rows).array("columns");
                    for (ColumnProfile profile : gathered.profiles) {
                        ProfileJson.write(profile, dataset.columns().get(profile.leaf().column()),
                                gathered.kept.contains(profile.leaf()) ? ProfileJson.Origin.KEPT
                                        : ProfileJson.Origin.MADE, json.line());
                    }
                    json.endArray().array("failed");
                    for (Failure failure : gathered.failures) {
                        json.object().text("name", failure.leaf().path())
                                .text("logicalType", failure.leaf().type().label()).text("message", failure.why())
                                .endObject();
                    }
                    json.endArray().number("seconds", (System.nanoTime() - began) / 1e9)
                            .whole("bytesRead", dataset.reading().bytesRead())
                            .whole("fileBytes", dataset.reading().fileBytes());
                    Tables.oddities(dataset, json);
                    json.endObject();
                }
            } else {
                table(gathered).print(format, session);
            }
            gathered.failures.stream().map(Failure::why).distinct()
                    .forEach(why -> Program.complain(session.err(), why));
            int exit = Tables.end(dataset, session);
            return gathered.profiles.isEmpty() && !gathered.failures.isEmpty() ? Exit.UNREADABLE
                    : gathered.failures.isEmpty() ? exit : Exit.PROBLEMS;
        }
    }

    /// What the workspace keeps; without a workspace nothing outlasts the command, and none is made for it.
    private static KeptProfiles kept(Host host) {
        return Files.isDirectory(host.folder().path()) ? KeptProfiles.in(host.folder().profiles())
                : KeptProfiles.inMemory();
    }

    private static void profile(Dataset dataset, List<Leaf> leaves, String from, Gathered gathered,
            KeptProfiles kept, Session session) throws IOException {
        switch (from) {
            case "scan" -> kept.scan(dataset, leaves, gathered, Progress.NONE, session.cancel());
            case "footer" -> leaves.forEach(leaf -> gathered.profile(Profiles.footer(dataset, leaf)));
            default -> {
                kept.sample(dataset, leaves, sampleRows(from), gathered, session.cancel());
            }
        }
    }

    private static long sampleRows(String from) {
        if (from.equals("sample")) {
            return 10_000;
        }
        try {
            long rows = from.startsWith("sample:") ? Long.parseLong(from.substring("sample:".length())) : 0;
            if (rows > 0) {
                return rows;
            }
        } catch (NumberFormatException noNumber) {
            throw Arguments.wrong("--from", from);
        }
        throw Arguments.wrong("--from", from);
    }

    /// A column that cannot be read.
    private record Failure(Leaf leaf, String why) {
    }

    /// What came out, column by column.
    private static final class Gathered implements Profiles.Found {
        private final List<ColumnProfile> profiles = new ArrayList<>();
        private final List<Failure> failures = new ArrayList<>();
        private final Set<Leaf> kept = new HashSet<>();

        @Override
        public void profile(ColumnProfile profile) {
            profiles.add(profile);
        }

        @Override
        public void kept(ColumnProfile profile) {
            kept.add(profile.leaf());
            profiles.add(profile);
        }

        @Override
        public void failed(Leaf leaf, UnreadableData why) {
            failures.add(new Failure(leaf, String.valueOf(why.getMessage())));
        }
    }

    /// The leaves of the columns named, or those named by their path.
    private static List<Leaf> leaves(Dataset dataset, List<String> names) {
        List<Leaf> all = Leaf.of(dataset.columns());
        if (names.isEmpty()) {
            return all;
        }
        List<Leaf> some = new ArrayList<>();
        for (String name : names) {
            List<Leaf> these = all.stream().filter(leaf -> leaf.path().equals(name)
                    || dataset.columns().get(leaf.column()).name().equals(name)).toList();
            if (these.isEmpty()) {
                throw Tables.unknown(dataset, name);
            }
            some.addAll(these);
        }
        return some;
    }

    private static Rows table(Gathered gathered) {
        List<String> headers = List.of("column", "type", "source", "count", "nulls", "nan", "distinct", "min", "max",
                "mean", "std", "top");
        List<List<Cell>> rows = new ArrayList<>();
        for (ColumnProfile profile : gathered.profiles) {
            String about = profile.exactness() == ColumnProfile.Exactness.ESTIMATED ? "~" : "";
            rows.add(List.of(Cell.of(profile.leaf().path()), Cell.of(profile.leaf().type().label()),
                    Cell.of(gathered.kept.contains(profile.leaf())
                            ? Texts.get("command.profile.kept", source(profile)) : source(profile)),
                    known(profile.count()), known(profile.nulls()),
                    profile.leaf().type() instanceof FieldType.Real || profile.nan() > 0 ? known(profile.nan())
                            : Cell.empty(),
                    profile.distinct() < 0 ? Cell.empty() : Cell.of(about + profile.distinct()),
                    text(profile.min()), text(profile.max()), text(profile.mean()),
                    Double.isNaN(profile.std()) ? Cell.empty() : Cell.of(profile.std()),
                    profile.top().isEmpty() ? Cell.empty() : text(profile.top().getFirst().value())));
        }
        return new Rows(headers, rows);
    }

    private static String source(ColumnProfile profile) {
        return switch (profile.source()) {
            case FOOTER -> Texts.get("command.profile.footer");
            case SAMPLE -> Texts.get("command.profile.sample", Long.toString(profile.sampleRows()));
            case SCAN -> Texts.get("command.profile.scan");
        };
    }

    private static Cell known(long count) {
        return count < 0 ? Cell.empty() : Cell.of(Long.toString(count));
    }

    private static Cell text(cotejo.dataset.@org.jspecify.annotations.Nullable Value value) {
        return value == null ? Cell.empty() : value instanceof cotejo.dataset.Value.Real real ? Cell.of(real.value())
                : Cell.of(value.plain());
    }

    /// How a column is stored, where the format says so.
    static String stored(Field column, Leaf leaf) {
        Field field = column;
        for (int step : leaf.steps()) {
            FieldType type = field.type();
            field = type.parts().get(step);
        }
        return field.physical().isEmpty() ? field.type().label() : field.physical();
    }
}
