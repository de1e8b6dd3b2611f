package cotejo.preview;

import cotejo.codec.pickle.PickleException;
import cotejo.codec.pickle.PickleFindings;
import cotejo.codec.pickle.PickleInput;
import cotejo.codec.pickle.PickleMachine;
import cotejo.codec.pickle.PickleValue;
import cotejo.preview.CodeName.Verdict;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The facts of pickles: every stream is followed as joblib would and as plain pickle would, and so is what lies inside
/// byte strings; all names met are judged by the lists.
final class PickleFacts {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_<][\\p{L}\\p{N}_<>]*)*");
    private static final int DEEPEST = 4;
    private static final int MOST_STREAMS = 10_000;

    private final Candidate candidate;
    private final FactsBuilder facts;
    private final List<PickleValue> roots = new ArrayList<>();
    private Verdict outside = Verdict.UNKNOWN;

    PickleFacts(Candidate candidate, FactsBuilder facts) {
        this.candidate = candidate;
        this.facts = facts;
    }

    /// References to objects outside the stream are those to torch's storages.
    PickleFacts storagesAreKnown() {
        outside = Verdict.KNOWN;
        return this;
    }

    /// Follows a whole file and describes it.
    void read() throws IOException {
        read(() -> candidate.blob().stream(0));
    }

    /// Follows all pickles in the bytes, which are opened twice, and describes them.
    void read(Supplier<InputStream> bytes) throws IOException {
        PickleFindings findings = follow(bytes);
        facts.say("protocol", Fact.of(findings.protocol()));
        facts.say("instructions", Fact.of(findings.instructions()));
        if (findings.streams() > 1) {
            facts.say("streams", Fact.of(findings.streams()));
        }
        new PickleDescription(facts).describe(roots);
    }

    /// What the pickles give, in order.
    List<PickleValue> roots() {
        return roots;
    }

    /// Follows all pickles in the bytes, which are opened twice. What was met is judged even when they break.
    PickleFindings follow(Supplier<InputStream> bytes) throws IOException {
        facts.runs(Execution.KNOWN_CONSTRUCTORS);
        PickleFindings findings = new PickleFindings();
        try {
            all(new PickleInput(bytes.get()), findings);
        } finally {
            judge(findings, outside);
            plain(bytes);
            nested(findings, 1);
        }
        return findings;
    }

    private void all(PickleInput input, PickleFindings findings) throws IOException {
        do {
            if (roots.size() >= MOST_STREAMS) {
                facts.unread(Texts.get("preview.pickle.streams", Figures.count(MOST_STREAMS)));
                return;
            }
            long start = input.position();
            try {
                roots.add(machine(input, findings, PickleMachine.Arrays.SPLICED).run());
            } catch (PickleException broken) {
                if (start > 0 && broken.position() <= start + 1) {
                    facts.unread(Texts.get("preview.pickle.trailing", Figures.exact(start)));
                    return;
                }
                throw broken;
            }
        } while (input.peek() >= 0);
    }

    private PickleMachine machine(PickleInput input, PickleFindings findings, PickleMachine.Arrays arrays) {
        return new PickleMachine(input, findings, arrays, candidate.cancel()::check);
    }

    /// As plain pickle would follow it where joblib's arrays lie between: an attacker may count on either reader. It
    /// is expected to break at the first array; only names that can be names count.
    private void plain(Supplier<InputStream> bytes) throws IOException {
        boolean spliced = roots.isEmpty() || facts.has("joblib.numpy_pickle.NumpyArrayWrapper");
        if (!spliced) {
            return;
        }
        PickleFindings findings = new PickleFindings();
        try {
            machine(new PickleInput(bytes.get()), findings, PickleMachine.Arrays.PLAIN).run();
        } catch (PickleException expected) {
            findings.oddities().clear();
        }
        findings.imports().removeIf(global -> !plausible(global));
        judge(findings, outside);
    }

    void nested(PickleFindings outer, int depth) {
        for (byte[] bytes : outer.nested()) {
            PickleFindings findings = new PickleFindings();
            try {
                machine(new PickleInput(new ByteArrayInputStream(bytes)), findings, PickleMachine.Arrays.SPLICED).run();
            } catch (IOException broken) {
                if (findings.imports().stream().noneMatch(PickleFacts::plausible)) {
                    continue;
                }
            }
            judge(findings, outside);
            if (depth < DEEPEST) {
                nested(findings, depth + 1);
            } else if (!findings.nested().isEmpty()) {
                facts.unread(Texts.get("preview.pickle.deep"));
            }
        }
    }

    /// Judges what was met; `storages` is what objects outside the stream count as.
    void judge(PickleFindings findings, Verdict storages) {
        for (PickleValue.Global global : findings.imports()) {
            facts.code(global.full(), PythonNames.verdict(global.module(), global.name()));
        }
        for (PickleFindings.Oddity odd : findings.oddities()) {
            // texts: preview.pickle.trick.*
            String key = "preview.pickle.trick." + odd.trick().name().toLowerCase(Locale.ROOT);
            switch (odd.trick()) {
                case CALLS_A_RESULT, CHANGES_AN_IMPORT, HIDES_A_NAME, HANDS_ON_A_READER ->
                    facts.code(Texts.get(key, odd.detail()), Verdict.DANGEROUS);
                case EXTENSION_CODE -> facts.code(Texts.get(key, odd.detail()), Verdict.UNKNOWN);
                case OUTSIDE_OBJECT -> {
                    if (storages != Verdict.KNOWN) {
                        facts.code(Texts.get(key, odd.detail()), storages);
                    }
                }
            }
        }
    }

    static boolean plausible(PickleValue.Global global) {
        return NAME.matcher(global.module()).matches() && NAME.matcher(global.name()).matches();
    }

    /// One sentence for a stream that cannot be followed.
    static String sentence(PickleException broken) {
        // texts: preview.pickle.broken.*
        String key = "preview.pickle.broken." + broken.reason().name().toLowerCase(Locale.ROOT);
        return Texts.get(key, Figures.exact(broken.position()), broken.detail());
    }
}
