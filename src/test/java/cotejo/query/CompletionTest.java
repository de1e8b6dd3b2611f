package cotejo.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.RunFrame;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The caret stands at the `|` of each text.
class CompletionTest {

    private static final RunFrame FRAME = frame();

    private static RunFrame frame() {
        Runs runs = new Runs();
        runs.run("a").param("opt", "adam").param("learning rate", "0.1").metric("loss", 1).metric("val/loss", 2)
                .tag("team", "red").dataset("mnist", "d", "train");
        runs.run("b").param("opt", "sgd").param("learning rate", "0.2").metric("loss", 3);
        runs.run("c").param("opt", "adam").metric("acc", 3).tag("it's", "x");
        return runs.frame();
    }

    private static Completion at(String marked) {
        int caret = marked.indexOf('|');
        return Completion.at(marked.substring(0, caret) + marked.substring(caret + 1), caret, FRAME);
    }

    private static List<String> inserts(String marked) {
        return at(marked).suggestions().stream().map(Suggestion::insert).toList();
    }

    /// The text after the first suggestion was taken.
    private static String taken(String marked) {
        String text = marked.replace("|", "");
        Completion completion = at(marked);
        return text.substring(0, completion.from()) + completion.suggestions().getFirst().insert()
                + text.substring(completion.to());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', value = {
        "metrics.lo|; metrics.loss", "metrics.va|; metrics.`val/loss`", "params.lea|; params.`learning rate`",
        "params.`lea|; params.`learning rate`", "params.rate|; params.`learning rate`", "met| > 1; metrics. > 1",
        "metr|ics.loss > 1; metrics. > 1", "metrics.l|x > 1; metrics.loss > 1", "params.opt = 'sg|; params.opt = 'sgd'",
        "params.opt = s|; params.opt = 'sgd'", "params.opt = |; params.opt = 'adam'",
        "params.opt IN ('sgd', |; params.opt IN ('sgd', 'adam'", "params.opt IN (|; params.opt IN ('adam'",
        "params.opt li|; params.opt LIKE", "params.opt NOT li|; params.opt NOT LIKE",
        "metrics.loss < 1 o|; metrics.loss < 1 OR", "metrics.loss < 1 |; metrics.loss < 1 AND",
        "metrics.loss < 1 AND stat|; metrics.loss < 1 AND status", "status = |; status = 'FINISHED'",
        "min(metrics.lo|; min(metrics.loss", "min(|; min(metrics.loss", "min(metrics.loss|; min(metrics.loss",
        "min(metrics.loss |; min(metrics.loss )", "at(metrics.loss |; at(metrics.loss , step=",
        "min(metrics.loss) |; min(metrics.loss) =", "datasets.name = m|; datasets.name = 'mnist'",
        "datasets.n|; datasets.name", "starred = |; starred = true", "metrics.loss IS n|; metrics.loss IS NULL",
        "metrics.loss >|; metrics.loss >1", "metrics.loss BETWEEN 1 |; metrics.loss BETWEEN 1 AND",
        "params.`learning rate` > |; params.`learning rate` > 0.1", "(NOT run_n|; (NOT run_name",
        "run.stat|; run.status", "resnet |; resnet AND", "los|; metrics.loss", "tags.it|; tags.`it's`",
        "params.opt = 'ad| AND params.x = 'y'; params.opt = 'adam' AND params.x = 'y'"})
    void theFirstSuggestionFits(String marked, String expected) {
        assertEquals(expected, taken(marked));
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", "(|", "NOT |", "a AND |"})
    void aConditionMayBeginWithAnEntityAnAttributeOrAFunction(String marked) {
        List<String> inserts = inserts(marked);
        assertEquals(List.of("metrics.", "params.", "tags."), inserts.subList(0, 3));
        assertTrue(inserts.containsAll(List.of("status", "duration", "min(metrics.", "NOT")), inserts.toString());
    }

    @Test
    void valuesTellHowManyRunsHaveThem() {
        assertEquals(List.of(new Suggestion("'adam'", Suggestion.Kind.VALUE, 2),
                new Suggestion("'sgd'", Suggestion.Kind.VALUE, 1)), at("params.opt = |").suggestions());
        assertEquals(3, at("params.op|").suggestions().getFirst().runs());
    }

    @Test
    void onlyLegalOperatorsAreOffered() {
        assertTrue(inserts("metrics.loss |").containsAll(List.of("<", "BETWEEN", "IS NULL")));
        assertTrue(inserts("metrics.loss |").stream().noneMatch(insert -> insert.contains("LIKE")));
        assertTrue(inserts("status |").stream().noneMatch(insert -> insert.equals("<")));
        assertEquals(List.of("=", "!=", "IS NULL", "IS NOT NULL"), inserts("starred |"));
    }

    @Test
    void noTextAndNoCaretIsTooStrange() {
        for (String text : List.of("))((", "min(min(min(", "' \" ` E'", "! = < > ; , IN IS NOT", "metrics.", "at(,,,)",
                "params.`x", "BETWEEN AND BETWEEN", "\n\t", "E'\\")) {
            for (int caret = -1; caret <= text.length() + 1; caret++) {
                Completion completion = Completion.at(text, caret, FRAME);
                assertTrue(completion.from() <= completion.to() && completion.to() <= text.length());
            }
        }
    }
}
