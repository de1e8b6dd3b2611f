package cotejo.compare;

import java.util.ArrayList;
import java.util.List;

/// Which parts of long values are to be marked as differing from the others.
public final class Emphasis {

    /// Shorter texts are seen at a glance and differ as a whole.
    private static final int SHORTEST = 16;
    private static final int LONGEST = 20_000;

    private Emphasis() {
    }

    /// For each value the parts that differ from the reference: the baseline's, or without one the first there is. For
    /// the reference itself those that differ from the first other text. None for short texts and where nothing is
    /// shared, as the whole is different then.
    public static List<List<Span>> of(Row row, int baseline) {
        List<Value> values = row.values();
        int reference = baseline >= 0 && values.get(baseline) instanceof Value.Text ? baseline : first(values, -1);
        List<List<Span>> spans = new ArrayList<>();
        for (int run = 0; run < values.size(); run++) {
            int other = run == reference ? first(values, reference) : reference;
            spans.add(row.differs() && other >= 0 ? spans(values.get(run), values.get(other)) : List.of());
        }
        return spans;
    }

    private static int first(List<Value> values, int unlike) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof Value.Text && (unlike < 0 || !values.get(i).equals(values.get(unlike)))) {
                return i;
            }
        }
        return -1;
    }

    private static List<Span> spans(Value value, Value other) {
        return value instanceof Value.Text(String text) && other instanceof Value.Text(String against)
                && Math.max(text.length(), against.length()) >= SHORTEST ? apart(text, against) : List.of();
    }

    /// The parts of a text that another lacks; none where nothing is shared or either is too long to be marked.
    public static List<Span> apart(String text, String against) {
        if (Math.max(text.length(), against.length()) > LONGEST) {
            return List.of();
        }
        List<Span> spans = WordDiff.of(text, against).left();
        boolean all = spans.size() == 1 && spans.getFirst().equals(new Span(0, text.length()));
        return all ? List.of() : spans;
    }
}
