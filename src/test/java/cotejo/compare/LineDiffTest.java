package cotejo.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.work.Cancel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    private static LineDiff diff(List<String> left, List<String> right) {
        return LineDiff.of(left, right, LineDiff.Numbers.COUNT, Cancel.never());
    }

    @Test
    void bothTextsCanBeReadOffThePairs() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            List<String> left = new ArrayList<>();
            List<String> right = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String line = "line " + random.nextInt(20);
                if (random.nextInt(5) > 0) {
                    left.add(line);
                }
                if (random.nextInt(5) > 0) {
                    right.add(line);
                }
            }
            LineDiff diff = diff(left, right);
            assertEquals(left, diff.lines().stream().filter(p -> p.leftNumber() > 0).map(LineDiff.Pair::left).toList());
            assertEquals(right, diff.lines().stream().filter(p -> p.rightNumber() > 0).map(LineDiff.Pair::right)
                    .toList());
            diff.lines().stream().filter(p -> p.kind() == LineDiff.Kind.SAME)
                    .forEach(p -> assertEquals(p.left(), p.right()));
        }
    }

    @Test
    void aLineInBetweenStandsAlone() {
        LineDiff diff = diff(List.of("a", "c"), List.of("a", "b", "c"));
        assertEquals(List.of(LineDiff.Kind.SAME, LineDiff.Kind.ONLY_RIGHT, LineDiff.Kind.SAME),
                diff.lines().stream().map(LineDiff.Pair::kind).toList());
    }

    @Test
    void aLineThatWasRewrittenStandsBesideItself() {
        LineDiff diff = diff(List.of("a", "lr: 0.1", "c"), List.of("a", "lr: 0.3", "c"));
        assertEquals(new LineDiff.Pair(LineDiff.Kind.CHANGED, 2, "lr: 0.1", 2, "lr: 0.3"), diff.lines().get(1));
    }

    @Test
    void linesOfALogThatDifferInNumbersOnlyAreTheSameWhenMasked() {
        List<String> left = List.of("12:30:01 epoch 1 loss=0.53", "done");
        List<String> right = List.of("09:11:59 epoch 1 loss=1.2e-3", "failed");
        assertEquals(2, diff(left, right).differing());
        assertEquals(1, LineDiff.of(left, right, LineDiff.Numbers.MASKED, Cancel.never()).differing());
    }

    @Test
    void longTextsWithNothingInCommonEnd() {
        List<String> left = java.util.stream.IntStream.range(0, 20_000).mapToObj(i -> "left " + i).toList();
        List<String> right = java.util.stream.IntStream.range(0, 20_000).mapToObj(i -> "right " + i).toList();
        LineDiff diff = diff(left, right);
        assertTrue(diff.rough());
        assertEquals(20_000, diff.lines().size());
    }
}
