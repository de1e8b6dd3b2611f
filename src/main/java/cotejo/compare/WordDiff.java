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
        return of(left, right, LineDiff.Numbers.COUNT);
    }

    /// The same where numbers may not count.
    public static WordDiff of(String left, String right, LineDiff.Numbers numbers) {
        Words ofLeft = Words.of(left, numbers);
        Words ofRight = Words.of(right, numbers);
        int head = 0;
        int least = Math.min(ofLeft.size(), ofRight.size());
        while (head < least && ofLeft.text(head).equals(ofRight.text(head))) {
            head++;
        }
        int tail = 0;
        while (tail < least - head && ofLeft.text(ofLeft.size() - 1 - tail)
                .equals(ofRight.text(ofRight.size() - 1 - tail))) {
            tail++;
        }
        Words leftMiddle = ofLeft.part(head, ofLeft.size() - tail);
        Words rightMiddle = ofRight.part(head, ofRight.size() - tail);
        if ((long) leftMiddle.size() * rightMiddle.size() > MOST_PAIRS) {
            return new WordDiff(whole(leftMiddle.spans()), whole(rightMiddle.spans()));
        }
        return middle(leftMiddle, rightMiddle);
    }

    private static WordDiff middle(Words left, Words right) {
        List<Span> onlyLeft = new ArrayList<>();
        List<Span> onlyRight = new ArrayList<>();
        for (Change change : new MyersDiffWithLinearSpace<String>().computeDiff(left.texts(), right.texts(), null)) {
            add(onlyLeft, left.spans().subList(change.startOriginal, change.endOriginal));
            add(onlyRight, right.spans().subList(change.startRevised, change.endRevised));
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
}
