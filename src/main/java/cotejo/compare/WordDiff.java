package cotejo.compare;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.List;

/// The words in which two texts differ.
///
/// @param left  the parts of the left text that the right one lacks, in order
/// @param right the parts of the right text that the left one lacks, in order
public record WordDiff(List<Span> left, List<Span> right) {

    /// Beyond this many pairs of words the differing middle is marked as a whole: Myers' walk would take too long.
    private static final long MOST_PAIRS = 4_000_000;

    public WordDiff {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    public static WordDiff of(String left, String right) {
        List<Span> ofLeft = words(left);
        List<Span> ofRight = words(right);
        int head = 0;
        int least = Math.min(ofLeft.size(), ofRight.size());
        while (head < least && same(left, ofLeft.get(head), right, ofRight.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < least - head && same(left, ofLeft.get(ofLeft.size() - 1 - tail), right,
                ofRight.get(ofRight.size() - 1 - tail))) {
            tail++;
        }
        List<Span> leftMiddle = ofLeft.subList(head, ofLeft.size() - tail);
        List<Span> rightMiddle = ofRight.subList(head, ofRight.size() - tail);
        if ((long) leftMiddle.size() * rightMiddle.size() > MOST_PAIRS) {
            return new WordDiff(whole(leftMiddle), whole(rightMiddle));
        }
        return middle(left, leftMiddle, right, rightMiddle);
    }

    private static WordDiff middle(String left, List<Span> leftWords, String right, List<Span> rightWords) {
        List<Span> onlyLeft = new ArrayList<>();
        List<Span> onlyRight = new ArrayList<>();
        for (Change change : new MyersDiffWithLinearSpace<String>().computeDiff(texts(left, leftWords),
                texts(right, rightWords), null)) {
            add(onlyLeft, leftWords.subList(change.startOriginal, change.endOriginal));
            add(onlyRight, rightWords.subList(change.startRevised, change.endRevised));
        }
        return new WordDiff(onlyLeft, onlyRight);
    }

    private static void add(List<Span> spans, List<Span> words) {
        for (Span word : words) {
            if (!spans.isEmpty() && spans.getLast().end() == word.start()) {
                spans.add(new Span(spans.removeLast().start(), word.end()));
            } else {
                spans.add(word);
            }
        }
    }

    private static List<Span> whole(List<Span> words) {
        return words.isEmpty() ? List.of() : List.of(new Span(words.getFirst().start(), words.getLast().end()));
    }

    private static boolean same(String left, Span ofLeft, String right, Span ofRight) {
        int length = ofLeft.end() - ofLeft.start();
        return length == ofRight.end() - ofRight.start()
                && left.regionMatches(ofLeft.start(), right, ofRight.start(), length);
    }

    private static List<String> texts(String text, List<Span> words) {
        return words.stream().map(word -> text.substring(word.start(), word.end())).toList();
    }

    /// The point of a decimal number belongs to it.
    private static boolean pointWithin(String text, int at) {
        return text.charAt(at) == '.' && Character.isDigit(text.charAt(at - 1)) && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
    }

    /// Runs of letters and digits, runs of blanks, and every other character by itself.
    private static List<Span> words(String text) {
        List<Span> words = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int kind = kind(text.charAt(start));
            int end = start + 1;
            while (kind != 2 && end < text.length() && (kind(text.charAt(end)) == kind || pointWithin(text, end))) {
                end++;
            }
            words.add(new Span(start, end));
            start = end;
        }
        return words;
    }

    private static int kind(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) ? 0 : Character.isWhitespace(c) ? 1 : 2;
    }
}
