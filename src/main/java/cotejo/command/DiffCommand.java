package cotejo.command;

import cotejo.compare.ComparedRun;
import cotejo.compare.Comparison;
import cotejo.compare.Direction;
import cotejo.compare.FileOfRun;
import cotejo.compare.FileSums;
import cotejo.compare.Gathering;
import cotejo.compare.Ignoring;
import cotejo.compare.Known;
import cotejo.compare.Rules;
import cotejo.compare.Tolerance;
import cotejo.export.Answers;
import cotejo.export.ComparisonFigures;
import cotejo.export.ComparisonText;
import cotejo.export.FreshFile;
import cotejo.text.Texts;
import cotejo.work.Progress;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `cotejo diff`: what differs between runs.
final class DiffCommand implements Command {

    @Override
    public String name() {
        return "diff";
    }

    @Override
    public String example() {
        return "cotejo diff digits/small digits/large --baseline digits/small --ignore \"seed,_*\" --tolerance 1%";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.words("RUN").flag("--data").flag("--all").value("--baseline", "RUN").values("--ignore", "PATTERN,…")
                .value("--tolerance", "X").values("--better", "METRIC=WAY").value("--format", "FORMAT")
                .value("--out", "F");
        DiffAnswers.declare(declaration);
        DiffSides.declare(declaration);
    }

    @Override
    public Need need(Arguments arguments) {
        return arguments.has("--data") ? Need.NOTHING : Command.super.need(arguments);
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        if (arguments.has("--data")) {
            return DataDiff.run(arguments, session);
        }
        Optional<Path> out = arguments.text("--out").map(session::path);
        Optional<ComparisonText.Format> format = format(arguments, out);
        DiffAnswers asked = DiffAnswers.of(arguments);
        if (asked.explain() && asked.real() && format.filter(f -> f == ComparisonText.Format.CSV).isPresent()) {
            throw Refusal.usage(Texts.get("command.diff.oneTable"));
        }
        Rules rules = rules(arguments);
        Workspace workspace = host.workspace();
        StoredSeries series = new StoredSeries(workspace.series());
        DiffSides sides = DiffSides.of(arguments, workspace.catalog().frame(), series, session);
        Comparison whole;
        try (ProgressBar bar = ProgressBar.on(session, arguments, Texts.get("command.diff.reading"))) {
            List<ComparedRun> runs = gather(workspace, sides.rows(), bar, session);
            whole = asked.asked() && !full(format)
                    ? Comparison.of(runs, sides.baseline(), rules, Known.NOTHING, session.cancel())
                    : compare(runs, sides.baseline(), rules, series, bar, session);
        }
        Optional<Answers> answers = asked.answers(sides, whole, rules.ignoring(), workspace, session.cancel());
        Comparison told = format.filter(f -> f == ComparisonText.Format.JSON).isPresent() ? whole
                : whole.withoutEchoes();
        Comparison comparison = arguments.has("--all") ? told : told.differences();
        if (format.isEmpty() && answers.isPresent()) {
            DiffAnswers.print(answers.get(), session);
        } else if (format.isEmpty()) {
            new Rows(ComparisonText.briefHeaders(comparison), ComparisonText.brief(comparison, TerminalTable.WIDEST))
                    .print(Rows.Format.TABLE, session);
        } else {
            ComparisonText.Extras extras = new ComparisonText.Extras(answers,
                    figures(format.get(), comparison, workspace, arguments, session));
            write(out, format.get(), comparison, extras, session);
            if (out.isPresent()) {
                said(out.get(), comparison, arguments, session);
            }
        }
        return Exit.DONE;
    }

    /// Whether a format has the comparison besides the answers.
    private static boolean full(Optional<ComparisonText.Format> format) {
        return format.filter(f -> f == ComparisonText.Format.JSON || f == ComparisonText.Format.HTML).isPresent();
    }

    private static List<ComparedRun> gather(Workspace workspace, List<Integer> rows, Progress progress,
            Session session) {
        Gathering gathering = new Gathering(workspace.catalog().frame(), workspace.sources().all(),
                workspace.registry()::logged, workspace.artifacts(), new Gathering.Kept(workspace.content()::ofRun,
                workspace.models().attachments()::of, workspace.content()::named));
        List<ComparedRun> runs = new ArrayList<>();
        for (int row : rows) {
            progress.report("", runs.size(), rows.size());
            runs.add(gathering.run(row, session.cancel()));
        }
        return runs;
    }

    private static Comparison compare(List<ComparedRun> runs, int baseline, Rules rules, StoredSeries series,
            Progress progress, Session session) {
        ReadWhenAsked known = new ReadWhenAsked(series, new FileSums());
        Comparison first = Comparison.of(runs, baseline, rules, known, session.cancel());
        List<FileOfRun> files = FileSums.wanted(first);
        if (files.isEmpty()) {
            return first;
        }
        known.sums().read(files, progress, session.cancel());
        return Comparison.of(runs, baseline, rules, known, session.cancel());
    }

    private static Rules rules(Arguments arguments) {
        List<String> patterns = arguments.texts("--ignore").stream()
                .flatMap(text -> Arrays.stream(text.split(","))).toList();
        Tolerance tolerance = arguments.text("--tolerance").map(text -> Tolerance.parse(text)
                .orElseThrow(() -> Arguments.wrong("--tolerance", text))).orElse(Tolerance.NONE);
        return new Rules(Ignoring.of(patterns), tolerance, directions(arguments));
    }

    /// Which way is better, by metric; the last word on a metric holds.
    private static Map<String, Direction.Better> directions(Arguments arguments) {
        Map<String, Direction.Better> directions = new HashMap<>();
        for (String text : arguments.texts("--better")) {
            // A metric's own name may have an equals sign.
            int equals = text.lastIndexOf('=');
            if (equals < 1) {
                throw Arguments.wrong("--better", text);
            }
            directions.put(text.substring(0, equals), switch (text.substring(equals + 1).toLowerCase(Locale.ROOT)) {
                case "max" -> Direction.Better.HIGHER;
                case "min" -> Direction.Better.LOWER;
                default -> throw Arguments.wrong("--better", text);
            });
        }
        return directions;
    }

    /// Empty for the terminal's table.
    private static Optional<ComparisonText.Format> format(Arguments arguments, Optional<Path> out) {
        if (arguments.text("--format").isEmpty() && arguments.json() && out.isEmpty()) {
            return Optional.of(ComparisonText.Format.JSON);
        }
        String name = arguments.text("--format").orElseGet(() -> out.map(Path::toString)
                .map(file -> file.substring(file.lastIndexOf('.') + 1)).orElse("table"));
        Optional<ComparisonText.Format> format = ComparisonText.Format.named(name);
        if (format.isEmpty() && !(name.equalsIgnoreCase("table") && out.isEmpty())) {
            throw Refusal.usage(Texts.get("command.usage.diffFormat", name));
        }
        return arguments.json() && format.isEmpty() ? Optional.of(ComparisonText.Format.JSON) : format;
    }

    /// A page shows the curves of what differs.
    private static List<ComparisonText.Figure> figures(ComparisonText.Format format, Comparison comparison,
            Workspace workspace, Arguments arguments, Session session) throws IOException {
        if (format != ComparisonText.Format.HTML) {
            return List.of();
        }
        try (ProgressBar bar = ProgressBar.on(session, arguments, Texts.get("command.diff.drawing"))) {
            return new ComparisonFigures(workspace.catalog().frame(), workspace.series()::read).of(comparison,
                    ZoneId.systemDefault(), bar, session.cancel());
        }
    }

    private static void write(Optional<Path> out, ComparisonText.Format format, Comparison comparison,
            ComparisonText.Extras extras, Session session) throws IOException {
        if (out.isEmpty()) {
            ComparisonText.write(format, comparison, extras, session.out());
            return;
        }
        try {
            FreshFile.write(out.get(), writer -> ComparisonText.write(format, comparison, extras, writer));
        } catch (IOException failure) {
            throw FileTrouble.writing(out.get(), failure);
        }
    }

    private static void said(Path out, Comparison comparison, Arguments arguments, Session session)
            throws IOException {
        if (arguments.json()) {
            try (JsonOut json = JsonOut.to(session.out())) {
                json.object().text("file", out.toString()).whole("runs", comparison.runs().size()).endObject();
            }
        } else if (!arguments.quiet()) {
            session.out().write(Texts.get("command.diff.done", comparison.runs().size(), out.toString()) + "\n");
        }
    }
}
