package cotejo.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/// The words of a text: runs of letters and digits, runs of blanks, and every other character by itself.
///
/// @param spans where they stand, in order
/// @param texts what they say; of numbers that do not count, the mask
record Words(List<Span> spans, List<String> texts) {

    static Words of(String text, LineDiff.Numbers numbers) {
        Words words = new Words(new ArrayList<>(), new ArrayList<>());
        switch (numbers) {
            case COUNT -> words.add(text, 0, text.length());
            case MASKED -> words.addMasked(text);
        }
        return words;
    }

    int size() {
        return spans.size();
    }

    String text(int word) {
        return texts.get(word);
    }

    Words part(int from, int to) {
        return new Words(spans.subList(from, to), texts.subList(from, to));
    }

    private void addMasked(String text) {
        Matcher number = LineDiff.NUMBER.matcher(text);
        int at = 0;
        while (number.find()) {
            add(text, at, number.start());
            spans.add(new Span(number.start(), number.end()));
            texts.add(LineDiff.MASK);
            at = number.end();
        }
        add(text, at, text.length());
    }

    private void add(String text, int from, int to) {
        int start = from;
        while (start < to) {
            int kind = kind(text.charAt(start));
            int end = start + 1;
            while (kind != 2 && end < to && (kind(text.charAt(end)) == kind || pointWithin(text, end))) {
                end++;
            }
            spans.add(new Span(start, end));
            texts.add(text.substring(start, end));
            start = end;
        }
    }

    /// The point of a decimal number belongs to it.
    private static boolean pointWithin(String text, int at) {
        return text.charAt(at) == '.' && Character.isDigit(text.charAt(at - 1)) && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
    }

    private static int kind(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) ? 0 : Character.isWhitespace(c) ? 1 : 2;
    }
}
