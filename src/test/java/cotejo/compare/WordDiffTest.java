package cotejo.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordDiffTest {

    private static List<String> parts(String text, List<Span> spans) {
        return spans.stream().map(span -> text.substring(span.start(), span.end())).toList();
    }

    @Test
    void onlyTheWordsThatDifferAreMarked() {
        String left = "python train.py --lr 0.1 --epochs 20";
        String right = "python train.py --lr 0.3 --epochs 20 --amp";
        WordDiff diff = WordDiff.of(left, right);
        assertEquals(List.of("0.1"), parts(left, diff.left()));
        assertEquals(List.of("0.3", " --amp"), parts(right, diff.right()));
    }

    @Test
    void masksOfNumbersHoldWithinALine() {
        String left = "10:12:25 step 12 loss -0.4548 WARNING slow";
        String right = "10:12:26 step 12 loss 1.5e-3";
        WordDiff diff = WordDiff.of(left, right, LineDiff.Numbers.MASKED);
        assertEquals(List.of(), diff.right());
        assertEquals(List.of(new Span(left.indexOf(" WARNING"), left.length())), diff.left());
        assertEquals(WordDiff.of(left, right), WordDiff.of(left, right, LineDiff.Numbers.COUNT));
    }

    @Test
    void equalTextsHaveNoMarks() {
        assertEquals(new WordDiff(List.of(), List.of()), WordDiff.of("a b c", "a b c"));
    }

    @Test
    void whatIsLeftAfterTakingTheMarksOutIsTheSame() {
        String left = "the quick brown fox jumps over the lazy dog";
        String right = "a quick red fox leaps over lazy dogs";
        WordDiff diff = WordDiff.of(left, right);
        assertEquals(without(left, diff.left()), without(right, diff.right()));
    }

    private static String without(String text, List<Span> spans) {
        StringBuilder rest = new StringBuilder(text);
        for (Span span : spans.reversed()) {
            rest.delete(span.start(), span.end());
        }
        return rest.toString();
    }

    @Test
    void textsTooLongToWalkAreMarkedFromTheFirstDifferenceToTheLast() {
        String left = "same " + "x ".repeat(3000) + "end";
        String right = "same " + "y ".repeat(3000) + "end";
        WordDiff diff = WordDiff.of(left, right);
        assertEquals(1, diff.left().size());
        assertTrue(diff.left().getFirst().start() >= 5);
    }
}
