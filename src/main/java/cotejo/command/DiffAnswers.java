package cotejo.command;

import cotejo.compare.Cause;
import cotejo.compare.ComparedRun;
import cotejo.compare.Comparison;
import cotejo.compare.Explanation;
import cotejo.compare.Gap;
import cotejo.compare.Groups;
import cotejo.compare.Ignoring;
import cotejo.compare.Peers;
import cotejo.compare.Reality;
import cotejo.export.Answers;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What `--explain` and `--real` ask of two groups of runs.
///
/// @param metrics those asked about; none for the likeliest (`--explain`) or all (`--real`)
record DiffAnswers(boolean explain, boolean real, List<String> metrics, Reality.Correction correction) {

    private static final int LISTED = 20;

    static void declare(Declaration declaration) {
        declaration.flag("--explain").flag("--real").values("--metric", "KEY").value("--correction", "METHOD");
    }

    static DiffAnswers of(Arguments arguments) {
        boolean explain = arguments.has("--explain");
        boolean real = arguments.has("--real");
        for (String option : List.of("--group", "--experiment", "--metric")) {
            if (!explain && !real && arguments.has(option)) {
                throw Refusal.usage(Texts.get("command.diff.only", option, "--explain, --real"));
            }
        }
        if (!real && arguments.has("--correction")) {
            throw Refusal.usage(Texts.get("command.diff.only", "--correction", "--real"));
        }
        return new DiffAnswers(explain, real, arguments.texts("--metric").stream().distinct().toList(),
                arguments.text("--correction").map(DiffAnswers::correction).orElse(Reality.Correction.HOLM));
    }

    private static Reality.Correction correction(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "holm" -> Reality.Correction.HOLM;
            case "bh", "benjamini-hochberg" -> Reality.Correction.BENJAMINI_HOCHBERG;
            case "none" -> Reality.Correction.NONE;
            default -> throw Arguments.wrong("--correction", text);
        };
    }

    boolean asked() {
        return explain || real;
    }

    /// The answers; empty when nothing is asked.
    ///
    /// @param comparison of the runs, in the order of the sides, with all its metrics
    Optional<Answers> answers(DiffSides sides, Comparison comparison, Ignoring ignoring, Workspace workspace,
            Cancel cancel) {
        if (!asked()) {
            return Optional.empty();
        }
        Groups groups = groups(sides, comparison.runs());
        List<ComparedRun> first = groups.first().runs();
        List<ComparedRun> second = groups.second().runs();
        List<String> known = comparison.tellingMetrics();
        for (String metric : metrics) {
            if (!known.contains(metric)) {
                throw Refusal.usage(Texts.get("command.diff.noMetric", metric, String.join(", ",
                        known.subList(0, Math.min(LISTED, known.size()))) + (known.size() > LISTED ? ", …" : "")));
            }
        }
        List<Answers.Explained> explained = new ArrayList<>();
        if (explain) {
            Peers peers = Peers.of(workspace.catalog().frame(), comparison.runs());
            for (String metric : metrics.isEmpty() ? List.of(likeliest(known, groups)) : metrics) {
                Gap gap = new Gap(first, second, metric);
                List<Cause> causes = Explanation.of(gap, ignoring, peers, workspace.series()::read, cancel);
                explained.add(new Answers.Explained(gap, causes));
            }
        }
        Optional<Answers.Tested> tested = !real ? Optional.empty() : Optional.of(new Answers.Tested(correction,
                Reality.of(first, second, metrics.isEmpty() ? known : metrics, correction, cancel)));
        return Optional.of(new Answers(groups, explained, tested));
    }

    private static String likeliest(List<String> known, Groups groups) {
        return known.stream().filter(metric -> Gap.values(groups.first().runs(), metric).length > 0
                && Gap.values(groups.second().runs(), metric).length > 0).findFirst()
                .orElseThrow(() -> Refusal.unreadable(Texts.get("compare.real.nothing")));
    }

    private static Groups groups(DiffSides sides, List<ComparedRun> runs) {
        if (sides.firstName().isEmpty()) {
            return Groups.against(runs, sides.rows().indexOf(sides.first().getFirst()));
        }
        int parted = sides.first().size();
        return Groups.of(new Groups.Side(sides.firstName(), runs.subList(0, parted)),
                new Groups.Side(sides.secondName(), runs.subList(parted, runs.size())));
    }

    /// For eyes, on a terminal.
    static void print(Answers answers, Session session) throws IOException {
        say(answers.groups().toString(), session);
        for (Answers.Explained one : answers.explained()) {
            say("\n" + one.gap().sentence(), session);
            int rank = 1;
            for (Cause cause : one.causes()) {
                String number = cause.kind() == Cause.Kind.CURVE ? "" : Integer.toString(rank++);
                say("%3s  %s: ".formatted(number, Answers.kind(cause)) + cause.sentence(), session);
            }
            if (one.causes().isEmpty()) {
                say(Texts.get("compare.explain.nothing"), session);
            }
            say(Texts.get("compare.explain.caveat"), session);
        }
        if (answers.tested().isPresent()) {
            session.out().write("\n");
            for (String sentence : answers.tested().get().sentences()) {
                say(sentence, session);
            }
            new Rows(Answers.testHeaders(), Answers.tests(answers.tested().get(), Answers.Digits.FOUR))
                    .print(Rows.Format.TABLE, session);
            say(answers.legend(), session);
        }
    }

    private static void say(String text, Session session) throws IOException {
        for (String line : text.split("\n", -1)) {
            session.out().write(TerminalTable.plain(line) + "\n");
        }
    }
}
