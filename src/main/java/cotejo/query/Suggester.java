package cotejo.query;

import cotejo.model.DatasetUse;
import cotejo.model.MetricColumn;
import cotejo.model.RunFrame;
import cotejo.model.TextColumn;
import cotejo.query.Operand.Shape;
import cotejo.query.Suggestion.Kind;
import cotejo.work.Cancel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds what fits in a [Situation] and with what is typed already.
final class Suggester {

    private static final List<String> ORDERED = List.of("=", "!=", "<", "<=", ">", ">=", "BETWEEN", "IN (");
    private static final List<String> TEXTUAL = List.of("=", "!=", "LIKE", "ILIKE", "IN (", "NOT IN (", "NOT LIKE",
            "RLIKE");

    private final RunFrame frame;
    private final Situation situation;
    private final List<Suggestion> found = new ArrayList<>();

    Suggester(RunFrame frame, Situation situation) {
        this.frame = frame;
        this.situation = situation;
    }

    /// @param typed what stands of the word under the caret before the caret
    List<Suggestion> suggest(String typed) {
        switch (situation.wants()) {
            case OPERAND -> operands(typed);
            case METRIC_IN_FUNCTION -> keys("metrics.", "metrics.".startsWith(typed) ? "" : bareKey(typed),
                    Kind.METRIC);
            case FUNCTION_END -> words(typed, Kind.KEYWORD, List.of(situation.verb().equals("AT") ? ", step=" : ")"));
            case OPERATOR -> operators(typed);
            case NEGATED_OPERATOR -> words(typed, Kind.OPERATOR, List.of("IN (", "LIKE", "ILIKE", "RLIKE", "BETWEEN"));
            case IS -> words(typed, Kind.KEYWORD, isWords());
            case LIST -> words(typed, Kind.KEYWORD, List.of("("));
            case VALUE, LIST_VALUE, BETWEEN_LOW, BETWEEN_HIGH -> values(typed);
            case LIST_NEXT -> words(typed, Kind.KEYWORD, List.of(",", ")"));
            case BETWEEN_AND -> words(typed, Kind.KEYWORD, List.of("AND"));
            case JOINT -> words(typed, Kind.KEYWORD, List.of("AND", "OR"));
        }
        return found;
    }

    private List<String> isWords() {
        boolean number = situation.operand() != null && situation.operand().shape() == Shape.NUMBER;
        return number ? List.of("NULL", "NOT NULL", "NAN", "NOT NAN") : List.of("NULL", "NOT NULL");
    }

    private void words(String typed, Kind kind, List<String> words) {
        for (String word : words) {
            if (word.regionMatches(true, 0, typed, 0, typed.length())) {
                found.add(new Suggestion(word, kind, -1));
            }
        }
    }

    private void operands(String typed) {
        int dot = OperandReader.dot(typed);
        if (dot > 0 && OperandReader.namesEntity(typed)) {
            afterDot(typed.substring(0, dot + 1), typed.substring(dot + 1));
            return;
        }
        words(typed, Kind.ENTITY, List.of("metrics.", "params.", "tags."));
        List<String> attributes = new ArrayList<>();
        for (RunAttribute attribute : RunAttribute.values()) {
            attributes.add(attribute.key());
        }
        words(typed, Kind.ATTRIBUTE, attributes);
        words(typed, Kind.DATASET, List.of("datasets.name", "datasets.digest", "datasets.context"));
        if (!typed.isEmpty()) {
            keys("metrics.", typed, Kind.METRIC);
            keys("params.", typed, Kind.PARAM);
            keys("tags.", typed, Kind.TAG);
        }
        words(typed, Kind.FUNCTION, List.of("min(metrics.", "max(metrics.", "mean(metrics.", "first(metrics.",
                "last(metrics.", "count(metrics.", "laststep(metrics.", "at(metrics."));
        words(typed, Kind.KEYWORD, List.of("NOT", "("));
    }

    private void afterDot(String prefix, String key) {
        String entity = prefix.replace("`", "");
        String bare = bareKey(key);
        if (entity.startsWith("metric")) {
            keys(prefix, bare, Kind.METRIC);
        } else if (entity.startsWith("param")) {
            keys(prefix, bare, Kind.PARAM);
        } else if (entity.startsWith("tag")) {
            keys(prefix, bare, Kind.TAG);
        } else if (entity.startsWith("dataset")) {
            words(prefix + bare, Kind.DATASET, List.of(prefix + "name", prefix + "digest", prefix + "context"));
        } else {
            List<String> attributes = new ArrayList<>();
            for (RunAttribute attribute : RunAttribute.values()) {
                attributes.add(prefix + attribute.key());
            }
            words(prefix + bare, Kind.ATTRIBUTE, attributes);
        }
    }

    /// What is typed of a key, without the quotes that may be half there, and without the entity.
    private static String bareKey(String typed) {
        String key = OperandReader.namesEntity(typed) ? typed.substring(OperandReader.dot(typed) + 1) : typed;
        String open = key.startsWith("`") || key.startsWith("\"") ? key.substring(1) : key;
        return open.endsWith("`") || open.endsWith("\"") ? open.substring(0, open.length() - 1) : open;
    }

    private record Ranked(Suggestion suggestion, int rank) {
    }

    /// Keys that begin with what is typed, then those that contain it; among them the most used first.
    private void keys(String prefix, String typed, Kind kind) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        List<Ranked> ranked = new ArrayList<>();
        for (String key : kind == Kind.METRIC ? frame.metricKeys()
                : kind == Kind.PARAM ? frame.paramKeys() : frame.tagKeys()) {
            int place = key.toLowerCase(Locale.ROOT).indexOf(wanted);
            if (place >= 0) {
                ranked.add(new Ranked(new Suggestion(prefix + Quoting.key(key), kind, present(kind, key)),
                        place == 0 ? 0 : 1));
            }
        }
        ranked.sort(Comparator.comparingInt(Ranked::rank).thenComparing(r -> -r.suggestion().runs()));
        ranked.forEach(each -> found.add(each.suggestion()));
    }

    private int present(Kind kind, String key) {
        if (kind == Kind.METRIC) {
            @Nullable MetricColumn metric = frame.metric(key);
            return metric == null ? 0 : metric.present();
        }
        @Nullable TextColumn text = kind == Kind.PARAM ? frame.param(key) : frame.tag(key);
        return text == null ? 0 : text.present();
    }

    private void operators(String typed) {
        @Nullable Operand operand = situation.operand();
        if (operand == null) {
            words(typed, Kind.KEYWORD, List.of("AND", "OR"));
            return;
        }
        words(typed, Kind.OPERATOR, switch (operand.shape()) {
            case NUMBER, TIME, DURATION -> ORDERED;
            case TEXT, DATASET -> TEXTUAL;
            case FREE -> {
                List<String> both = new ArrayList<>(TEXTUAL);
                both.addAll(List.of("<", "<=", ">", ">=", "BETWEEN"));
                yield both;
            }
            case FLAG -> List.of("=", "!=");
        });
        words(typed, Kind.OPERATOR, List.of("IS NULL", "IS NOT NULL"));
    }

    private void values(String typed) {
        @Nullable Operand operand = situation.operand();
        if (operand == null) {
            return;
        }
        switch (operand.shape()) {
            case FLAG -> words(typed, Kind.VALUE, List.of("true", "false"));
            case DURATION -> words(typed, Kind.VALUE, List.of("1min", "10min", "1h", "6h", "1d"));
            case NUMBER, TIME -> limits(operand, typed);
            case TEXT, FREE, DATASET -> texts(operand, typed);
        }
    }

    /// The least and the greatest value, as a start.
    private void limits(Operand operand, String typed) {
        if (!(operand instanceof Operand.Column(ColumnRef ref)) || ref instanceof ColumnRef.MetricAt) {
            return;
        }
        if (Facets.of(ref, frame, everything(), SeriesAt.none(), 0, Cancel.never())
                instanceof Facet.Range range && !Double.isNaN(range.min())) {
            List<String> ends = new ArrayList<>();
            for (double end : new double[] {range.min(), range.max()}) {
                ends.add(operand.shape() == Shape.TIME ? Literals.timeText((long) end).substring(0, 11) + "'"
                        : Numbers.text(end));
            }
            words(typed, Kind.VALUE, ends);
        }
    }

    private void texts(Operand operand, String typed) {
        boolean ordered = situation.verb().startsWith("<") && !situation.verb().equals("<>")
                || situation.verb().startsWith(">") || situation.verb().equals("BETWEEN");
        String quote = typed.startsWith("\"") || typed.startsWith("'") ? typed.substring(0, 1) : "";
        String wanted = typed.substring(quote.length()).toLowerCase(Locale.ROOT);
        for (TopValues.Count count : counts(operand)) {
            String value = count.value();
            boolean fits = value.toLowerCase(Locale.ROOT).contains(wanted);
            if (fits && (!ordered || Numbers.decimal(value))) {
                found.add(new Suggestion(ordered ? value : Quoting.value(value), Kind.VALUE, count.runs()));
            }
        }
    }

    private List<TopValues.Count> counts(Operand operand) {
        return switch (operand) {
            case Operand.Column(ColumnRef ref) -> TopValues.of(Cells.of(ref, frame, SeriesAt.none()), everything());
            case Operand.Dataset(Operand.DatasetField field) -> {
                Map<String, Integer> runs = new HashMap<>();
                for (int row = 0; row < frame.size(); row++) {
                    frame.datasets(row).stream().map(use -> text(use, field)).distinct()
                            .forEach(value -> runs.merge(value, 1, Integer::sum));
                }
                yield TopValues.of(runs);
            }
        };
    }

    private static String text(DatasetUse use, Operand.DatasetField field) {
        return switch (field) {
            case NAME -> use.dataset().name();
            case DIGEST -> use.dataset().digest();
            case CONTEXT -> use.context();
        };
    }

    private BitSet everything() {
        BitSet all = new BitSet(frame.size());
        all.set(0, frame.size());
        return all;
    }
}
