package cotejo.compare;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import cotejo.work.Cancel;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Two texts line by line, beside each other.
///
/// @param lines pairs of lines, in order
/// @param rough whether the texts were too different to be matched, so that lines are paired as they come
public record LineDiff(List<Pair> lines, boolean rough) {

    /// What a pair of lines is.
    public enum Kind {
        SAME,
        CHANGED,
        ONLY_LEFT,
        ONLY_RIGHT
    }

    /// Whether numbers count.
    public enum Numbers {
        COUNT,
        /// Lines that differ only in numbers are the same: for logs, whose every line has a time and a loss.
        MASKED
    }

    /// A line of each text, or of one of them.
    ///
    /// @param leftNumber  its 1-based number in the left text, or 0 when there is none
    /// @param rightNumber its number in the right text, or 0
    public record Pair(Kind kind, int leftNumber, String left, int rightNumber, String right) {
    }

    private static final long MOST_PAIRS = 30_000_000;
    /// What stands for a number that does not count.
    static final String MASK = "#";
    static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:[.,:]\\d+)*(?:[eE][+-]?\\d+)?%?");

    public LineDiff {
        lines = List.copyOf(lines);
    }

    /// Compares two texts.
    ///
    /// @throws cotejo.work.CancelledException when asked to stop
    public static LineDiff of(List<String> left, List<String> right, Numbers numbers, Cancel cancel) {
        List<String> keysOfLeft = keys(left, numbers);
        List<String> keysOfRight = keys(right, numbers);
        int least = Math.min(left.size(), right.size());
        int head = 0;
        while (head < least && keysOfLeft.get(head).equals(keysOfRight.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < least - head && keysOfLeft.get(left.size() - 1 - tail)
                .equals(keysOfRight.get(right.size() - 1 - tail))) {
            tail++;
        }
        int endOfLeft = left.size() - tail;
        int endOfRight = right.size() - tail;
        Building building = new Building(left, right);
        building.same(0, 0, head);
        boolean rough = (long) (endOfLeft - head) * (endOfRight - head) > MOST_PAIRS;
        if (rough) {
            building.changed(head, endOfLeft, head, endOfRight);
        } else {
            building.walk(head, keysOfLeft.subList(head, endOfLeft), keysOfRight.subList(head, endOfRight), cancel);
        }
        building.same(endOfLeft, endOfRight, tail);
        return new LineDiff(building.pairs, rough);
    }

    /// How many pairs are not the same.
    public long differing() {
        return lines.stream().filter(pair -> pair.kind() != Kind.SAME).count();
    }

    private static List<String> keys(List<String> lines, Numbers numbers) {
        return switch (numbers) {
            case COUNT -> lines;
            case MASKED -> lines.stream().map(line -> NUMBER.matcher(line).replaceAll(MASK)).toList();
        };
    }

    private record Building(List<String> left, List<String> right, List<Pair> pairs) {

        Building(List<String> left, List<String> right) {
            this(left, right, new ArrayList<>());
        }

        void same(int fromLeft, int fromRight, int count) {
            for (int i = 0; i < count; i++) {
                pairs.add(new Pair(Kind.SAME, fromLeft + i + 1, left.get(fromLeft + i), fromRight + i + 1,
                        right.get(fromRight + i)));
            }
        }

        /// Lines that stand for each other are paired as they come; what is left over stands alone.
        void changed(int fromLeft, int endOfLeft, int fromRight, int endOfRight) {
            int both = Math.min(endOfLeft - fromLeft, endOfRight - fromRight);
            for (int i = 0; i < both; i++) {
                pairs.add(new Pair(Kind.CHANGED, fromLeft + i + 1, left.get(fromLeft + i), fromRight + i + 1,
                        right.get(fromRight + i)));
            }
            for (int i = fromLeft + both; i < endOfLeft; i++) {
                pairs.add(new Pair(Kind.ONLY_LEFT, i + 1, left.get(i), 0, ""));
            }
            for (int i = fromRight + both; i < endOfRight; i++) {
                pairs.add(new Pair(Kind.ONLY_RIGHT, 0, "", i + 1, right.get(i)));
            }
        }

        void walk(int head, List<String> leftKeys, List<String> rightKeys, Cancel cancel) {
            int atLeft = 0;
            int atRight = 0;
            int fromLeft = 0;
            int fromRight = 0;
            for (Change change : new MyersDiffWithLinearSpace<String>().computeDiff(leftKeys, rightKeys,
                    new Watch(cancel))) {
                // What was taken out and put in at the same place stands for each other.
                if (change.startOriginal > atLeft || change.startRevised > atRight) {
                    changed(head + fromLeft, head + atLeft, head + fromRight, head + atRight);
                    same(head + atLeft, head + atRight, change.startOriginal - atLeft);
                    fromLeft = change.startOriginal;
                    fromRight = change.startRevised;
                }
                atLeft = change.endOriginal;
                atRight = change.endRevised;
            }
            changed(head + fromLeft, head + atLeft, head + fromRight, head + atRight);
            same(head + atLeft, head + atRight, leftKeys.size() - atLeft);
        }
    }

    private record Watch(Cancel cancel) implements DiffAlgorithmListener {
        @Override
        public void diffStart() {
            cancel.check();
        }

        @Override
        public void diffStep(int value, int max) {
            cancel.check();
        }

        @Override
        public void diffEnd() {
            cancel.check();
        }
    }
}
