package cotejo.ui;

import cotejo.compare.Emphasis;
import cotejo.compare.Excerpt;
import cotejo.compare.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Labeled;
import org.jspecify.annotations.Nullable;

/// A name in a list of names. Where there is no room for all of it, it is cut where it is like the names before and
/// after it: `…block.10.attn…`, not `encoder.bl…attn.weight` ten times.
public final class FittedName {

    private static final Object KEY = FittedName.class;
    /// Shorter ones are cut in their middle, as before.
    private static final int LEAST = 6;

    private final Labeled label;
    private final double reserved;
    private String name = "";
    private List<String> siblings = List.of();

    private FittedName(Labeled label, double reserved) {
        this.label = label;
        this.reserved = reserved;
        InvalidationListener fit = any -> fit();
        label.widthProperty().addListener(fit);
        label.fontProperty().addListener(fit);
        label.paddingProperty().addListener(fit);
    }

    /// Has a label show a name from now on.
    ///
    /// @param before   the name above it; null for none
    /// @param after    the name below it; null for none
    /// @param reserved what the label needs for other things than text, in pixels
    public static void show(Labeled label, String name, @Nullable String before, @Nullable String after,
            double reserved) {
        FittedName fitted = label.getProperties().get(KEY) instanceof FittedName known ? known
                : new FittedName(label, reserved);
        label.getProperties().put(KEY, fitted);
        List<String> siblings = new ArrayList<>();
        if (before != null && !before.equals(name)) {
            siblings.add(before);
        }
        if (after != null && !after.equals(name)) {
            siblings.add(after);
        }
        fitted.name = name;
        fitted.siblings = siblings;
        label.setText(name);
        fitted.fit();
    }

    private void fit() {
        double room = label.getWidth() - label.getInsets().getLeft() - label.getInsets().getRight() - reserved;
        TextMeasure measure = TextMeasure.of(label.getFont());
        double width = label.getWidth() <= 0 ? 0 : measure.width(name);
        label.setText(width <= room || width == 0 ? name : cut(name, siblings, room, measure));
    }

    /// So much of a name as there is room for; the name itself where its siblings say nothing, to be cut by the label.
    static String cut(String name, List<String> siblings, double room, TextMeasure measure) {
        List<Span> spans = spans(name, siblings);
        int characters = (int) Math.min(name.length() - 1.0, room / measure.width(name) * name.length());
        if (spans.isEmpty() || characters < LEAST) {
            return name;
        }
        String cut = Excerpt.of(name, spans, characters).text();
        while (measure.width(cut) > room && characters > LEAST) {
            characters--;
            cut = Excerpt.of(name, spans, characters).text();
        }
        return measure.width(cut) > room ? name : cut;
    }

    /// The parts of a name that either sibling lacks, in order and joined where they touch.
    private static List<Span> spans(String name, List<String> siblings) {
        List<Span> all = new ArrayList<>();
        siblings.forEach(sibling -> all.addAll(Emphasis.apart(name, sibling)));
        all.sort(Comparator.comparingInt(Span::start));
        List<Span> joined = new ArrayList<>();
        for (Span span : all) {
            Span last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && span.start() <= last.end()) {
                joined.set(joined.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }
}
