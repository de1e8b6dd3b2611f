package cotejo.command;

import cotejo.compare.ComparedRun;
import cotejo.compare.Comparison;
import cotejo.compare.FileOfRun;
import cotejo.compare.FileSums;
import cotejo.compare.Gathering;
import cotejo.compare.Ignoring;
import cotejo.compare.Rules;
import cotejo.compare.Tolerance;
import cotejo.export.ComparisonFigures;
import cotejo.export.ComparisonText;
import cotejo.export.FreshFile;
import cotejo.model.RunFrame;
import cotejo.text.Texts;
import cotejo.work.Progress;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
                .value("--tolerance", "X").value("--format", "FORMAT").value("--out", "F");
    }

    @Override
    public Need need(Arguments arguments) {
        return arguments.has("--data") ? Need.NOTHING : Need.WORKSPACE;
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        if (arguments.has("--data")) {
            return DataDiff.run(arguments, session);
        }
        Optional<Path> out = arguments.text("--out").map(session::path);
        Optional<ComparisonText.Format> format = format(arguments, out);
        Rules rules = rules(arguments);
        List<String> words = arguments.someWords("RUN");
        Workspace workspace = host.workspace();
        RunFrame frame = workspace.catalog().frame();
        RunFinder finder = new RunFinder(frame);
        List<Integer> rows = new ArrayList<>(words.stream().map(finder::row).toList());
        int baseline = arguments.text("--baseline").map(finder::row).map(row -> place(row, rows)).orElse(-1);
        if (rows.size() < 2) {
            throw Refusal.usage(Texts.get("command.diff.few"));
        }
        Comparison whole = compare(workspace, frame, rows, baseline, rules, session);
        Comparison told = format.filter(f -> f == ComparisonText.Format.JSON).isPresent() ? whole
                : whole.withoutEchoes();
        Comparison comparison = arguments.has("--all") ? told : told.differences();
        if (format.isEmpty()) {
            new Rows(ComparisonText.headers(comparison), ComparisonText.rows(comparison))
                    .print(Rows.Format.TABLE, session);
        } else if (out.isEmpty()) {
            ComparisonText.write(format.get(), comparison, extras(format.get(), comparison, workspace, session),
                    session.out());
        } else {
            write(out.get(), format.get(), comparison, extras(format.get(), comparison, workspace, session));
            said(out.get(), comparison, arguments, session);
        }
        return Exit.DONE;
    }

    /// The baseline's place among the runs; one that was not named with them becomes the first.
    private static int place(int row, List<Integer> rows) {
        if (!rows.contains(row)) {
            rows.addFirst(row);
        }
        return rows.indexOf(row);
    }

    private static Comparison compare(Workspace workspace, RunFrame frame, List<Integer> rows, int baseline,
            Rules rules, Session session) {
        Gathering gathering = new Gathering(frame, workspace.sources().all(), workspace.registry()::logged);
        List<ComparedRun> runs = rows.stream().map(row -> gathering.run(row, session.cancel())).toList();
        ReadWhenAsked known = new ReadWhenAsked(new StoredSeries(workspace.series()), new FileSums());
        Comparison first = Comparison.of(runs, baseline, rules, known, session.cancel());
        List<FileOfRun> files = FileSums.wanted(first);
        if (files.isEmpty()) {
            return first;
        }
        known.sums().read(files, Progress.NONE, session.cancel());
        return Comparison.of(runs, baseline, rules, known, session.cancel());
    }

    private static Rules rules(Arguments arguments) {
        List<String> patterns = arguments.texts("--ignore").stream()
                .flatMap(text -> Arrays.stream(text.split(","))).toList();
        Tolerance tolerance = arguments.text("--tolerance").map(text -> Tolerance.parse(text)
                .orElseThrow(() -> Arguments.wrong("--tolerance", text))).orElse(Tolerance.NONE);
        return new Rules(Ignoring.of(patterns), tolerance, Map.of());
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
    private static ComparisonText.Extras extras(ComparisonText.Format format, Comparison comparison,
            Workspace workspace, Session session) throws IOException {
        return format != ComparisonText.Format.HTML ? ComparisonText.Extras.NONE
                : new ComparisonText.Extras(List.of(), new ComparisonFigures(workspace.catalog().frame(),
                        workspace.series()::read).of(comparison, ZoneId.systemDefault(), session.cancel()));
    }

    private static void write(Path out, ComparisonText.Format format, Comparison comparison,
            ComparisonText.Extras extras) throws IOException {
        try {
            FreshFile.write(out, writer -> ComparisonText.write(format, comparison, extras, writer));
        } catch (IOException failure) {
            throw new IOException(Texts.get("command.write.failed", out.toString(), failure.toString()), failure);
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
