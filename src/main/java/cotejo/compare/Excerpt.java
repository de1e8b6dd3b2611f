package cotejo.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// So much of a long text as its room takes, with the parts that differ in sight, wherever they stand.
///
/// What is the same on all sides gives way first, then the middles of the parts that differ; parts for which there is
/// no room are counted at the end. Something left out is told by `…`.
public record Excerpt(List<Piece> pieces) {

    /// So much of what is the same stands around a part that differs, where there is room.
    private static final int LEAD = 12;
    /// Of a part that differs so much stays at least.
    private static final int LEAST = 3;

    /// A part of the text, or what stands for it.
    public record Piece(String text, boolean differs) {
    }

    public Excerpt {
        pieces = List.copyOf(pieces);
    }

    /// Cuts a text.
    ///
    /// @param spans in order, at least one
    /// @param room  in characters
    public static Excerpt of(String text, List<Span> spans, int room) {
        for (int lead = text.length() <= room ? room : LEAD; lead > 0; lead = lead > LEAD ? LEAD : lead - 1) {
            Excerpt excerpt = cut(text, spans, lead, room);
            if (excerpt.length() <= room) {
                return excerpt.followed(text, spans, room, lead);
            }
        }
        int longest = spans.stream().mapToInt(span -> span.end() - span.start()).max().orElse(0);
        for (int most = Math.min(longest, room); most >= LEAST; most--) {
            Excerpt excerpt = cut(text, spans, 1, most);
            if (excerpt.length() <= room) {
                return excerpt;
            }
        }
        return first(text, spans, room);
    }

    /// The whole as one text.
    public String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    private int length() {
        return pieces.stream().mapToInt(piece -> piece.text().length()).sum();
    }

    /// As many parts as there is room for, and how many follow.
    private static Excerpt first(String text, List<Span> spans, int room) {
        // Each part takes a character.
        for (int shown = Math.min(spans.size() - 1, room); shown > 0; shown--) {
            for (int most = room; most >= LEAST; most = most > 24 ? most / 2 : most - 1) {
                List<Piece> pieces = new ArrayList<>(cut(text, spans.subList(0, shown), 1, most).pieces());
                if (!pieces.getLast().differs()) {
                    pieces.removeLast();
                }
                pieces.add(new Piece("… +" + (spans.size() - shown), false));
                Excerpt excerpt = new Excerpt(pieces);
                if (excerpt.length() <= room) {
                    return excerpt;
                }
            }
        }
        return cut(text, spans.subList(0, 1), 1, LEAST);
    }

    /// @param lead how much of what is the same is kept on each side of a part
    /// @param most how long a part that differs may be
    private static Excerpt cut(String text, List<Span> spans, int lead, int most) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Span span : spans) {
            add(pieces, at == 0 ? tail(text.substring(0, span.start()), lead)
                    : middle(text.substring(at, span.start()), lead, lead), false);
            String part = text.substring(span.start(), span.end());
            int head = Math.max(1, (most - 1) / 2);
            add(pieces, part.length() <= most ? part : middle(part, head, Math.max(1, most - 1 - head)), true);
            at = span.end();
        }
        String rest = text.substring(at);
        add(pieces, rest.length() <= lead ? rest : rest.substring(0, lead - 1) + "…", false);
        return new Excerpt(pieces);
    }

    /// The same with as much as there is room for of what follows the last part.
    private Excerpt followed(String text, List<Span> spans, int room, int lead) {
        String rest = text.substring(spans.getLast().end());
        int free = room - length();
        if (free <= 0 || rest.length() <= lead) {
            return this;
        }
        List<Piece> longer = new ArrayList<>(pieces);
        longer.removeLast();
        int keep = lead - 1 + free;
        add(longer, rest.length() <= keep + 1 ? rest : rest.substring(0, keep) + "…", false);
        return new Excerpt(longer);
    }

    private static void add(List<Piece> pieces, String text, boolean differs) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, differs));
        }
    }

    private static String tail(String text, int keep) {
        return text.length() <= keep + 1 ? text : "…" + text.substring(text.length() - keep);
    }

    private static String middle(String text, int head, int tail) {
        return text.length() <= head + tail + 1 ? text
                : text.substring(0, head) + "…" + text.substring(text.length() - tail);
    }
}
