package cotejo.command;

import cotejo.importing.FoundStore;
import cotejo.importing.ImportReport;
import cotejo.importing.Looked;
import cotejo.model.Problem;
import cotejo.model.Source;
import cotejo.text.Texts;
import cotejo.work.CancelledException;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One import of some paths, and what came of it.
final class ImportWork {
    private static final int LISTED = 20;

    private final Arguments arguments;
    private final Session session;
    private final Workspace workspace;
    private final List<ImportReport> reports = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final BundleImport bundles;

    ImportWork(Arguments arguments, Session session, Workspace workspace) {
        this.arguments = arguments;
        this.session = session;
        this.workspace = workspace;
        this.bundles = new BundleImport(workspace.models());
    }

    void run(List<Path> all) {
        Looked looked;
        List<Path> versions = all.stream().filter(BundleImport::is).toList();
        try {
            versions.forEach(this::version);
            List<Path> paths = all.stream().filter(path -> !versions.contains(path)).toList();
            if (paths.isEmpty()) {
                return;
            }
            looked = workspace.recognition().look(paths, session.cancel());
        } catch (CancelledException early) {
            return;
        }
        problems.addAll(looked.refused());
        for (FoundStore store : looked.stores()) {
            if (session.cancel().requested()) {
                return;
            }
            try (ProgressBar bar = ProgressBar.on(session, arguments, store.display())) {
                reports.add(read(store, bar));
            } catch (IOException unreadable) {
                problems.add(Problem.of(store.display(), Problem.describe(unreadable)));
            } catch (CancelledException early) {
                return;
            }
        }
    }

    private void version(Path path) {
        try (ProgressBar bar = ProgressBar.on(session, arguments, path.toString())) {
            if (arguments.has("--dry-run")) {
                bundles.look(path, session.cancel());
            } else {
                bundles.bring(path, bar, session.cancel());
            }
        }
    }

    private ImportReport read(FoundStore store, ProgressBar bar) throws IOException {
        if (arguments.has("--dry-run")) {
            return workspace.imports().dryRun(store, session.cancel());
        }
        ImportReport report = workspace.imports().run(store, bar, session.cancel());
        if (arguments.has("--watch")) {
            workspace.sources().all().stream().filter(source -> source.path().equals(store.display()))
                    .forEach(source -> workspace.sources().update(new Source(source.key(), source.format(),
                            source.path(), source.label(), source.imported(), true, source.remap())));
        }
        if (arguments.has("--copy-artifacts") && !report.cancelled()) {
            ArtifactCopies copies = new ArtifactCopies(workspace);
            workspace.sources().all().stream().filter(source -> source.path().equals(store.display()))
                    .forEach(source -> copies.of(source, bar, session.cancel()));
            problems.addAll(copies.problems());
        }
        return report;
    }

    /// Whether any run was added or has changed.
    boolean changedRuns() {
        return reports.stream().anyMatch(report -> report.runsAdded() + report.runsUpdated() > 0);
    }

    List<ImportReport> reports() {
        return reports;
    }

    /// The exported versions that were among the paths.
    List<BundleImport.Done> versions() {
        return bundles.done();
    }

    /// What is wrong with what belongs to no store.
    List<Problem> problems() {
        return Stream.concat(bundles.problems().stream(), problems.stream()).toList();
    }

    int exit() {
        if (session.cancel().requested()) {
            return Exit.CANCELLED;
        }
        if (reports.isEmpty() && versions().isEmpty()) {
            return Exit.UNREADABLE;
        }
        boolean sound = problems().isEmpty() && reports.stream().allMatch(report -> report.problems().isEmpty());
        return sound ? Exit.DONE : Exit.PROBLEMS;
    }

    void tell() throws IOException {
        for (BundleImport.Done version : versions()) {
            if (!arguments.quiet()) {
                String key = arguments.has("--dry-run") ? "command.import.version.counted" : "command.import.version";
                session.out().write(Texts.get(key, version.model(), Integer.toString(version.version()),
                        version.files(), TerminalTable.plain(version.path().toString())) + "\n");
                if (!version.addedStage().isEmpty()) {
                    session.out().write(Texts.get("command.register.stage", version.addedStage()) + "\n");
                }
            }
        }
        for (ImportReport report : reports) {
            if (!arguments.quiet()) {
                session.out().write(sentence(report) + "\n");
            }
            complain(report.problems());
        }
        session.out().flush();
        complain();
    }

    /// Says on standard error what belongs to no store that was read.
    void complain() {
        complain(problems());
        if (session.cancel().requested()) {
            Program.complain(session.err(), Texts.get("command.cancelled"));
        }
    }

    private String sentence(ImportReport report) {
        String key = arguments.has("--dry-run") ? "command.import.counted" : "command.import.done";
        return Texts.get(key, report.label(), TerminalTable.plain(report.path()), report.experiments(),
                report.runs(), report.metricPoints(), report.runsAdded(), report.runsUpdated(),
                report.runsUnchanged(), Math.round(report.seconds() * 100) / 100.0);
    }

    private void complain(List<Problem> all) {
        all.stream().limit(LISTED).forEach(problem ->
                Program.complain(session.err(), TerminalTable.plain(problem.toString())));
        if (all.size() > LISTED) {
            Program.complain(session.err(), Texts.get("command.import.more", all.size() - LISTED));
        }
    }
}
