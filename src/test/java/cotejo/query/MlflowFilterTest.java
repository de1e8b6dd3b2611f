package cotejo.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cotejo.model.RunFrame;
import cotejo.model.RunStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What MLflow 3.11's own parser accepted and rejected when it was run over these texts.
class MlflowFilterTest {

    private static RunFrame frame() {
        Runs runs = new Runs();
        runs.run("adam-run").id("AB").param("opt", "adam").param("lr", "0.1").metric("loss", 0.05).metric("a.b", 2)
                .metric("avg score", 0.7).metric("loss/train", 0.5).metric("1st", 3).metric("avg-score", 0.9)
                .param("x", "Xa").dataset("MyData", "d1", "train").tag("mlflow.parentRunId", "abc").times(10, 20);
        runs.run("sgd-run").id("cd").param("opt", "sgd").param("lr", "0.10").metric("loss", Double.NaN)
                .status(RunStatus.FAILED).dataset("lower", "d2", "test").times(3, 0);
        return runs.frame();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "metrics.loss < 0.1 and params.opt = 'adam'", "metrics.a.b > 1", "params.lr = \"0.1\"",
        "metrics.`avg score` > 0.5", "metrics.\"avg-score\" > 0.5", "metrics.`loss/train` < 1", "metrics.1st > 2",
        "tags.mlflow.parentRunId = 'abc'", "run.status != 'FAILED'", "Created > 5", "dataset.context = 'train'",
        "attributes.run_name ILIKE '%A%'", "params.x like '%a%'"})
    void whatMlflowAcceptsMeansTheSameInBothDialects(String text) {
        assertInstanceOf(Filter.class, Filter.parse(text, Dialect.MLFLOW), text);
        assertEquals(List.of("adam-run"), Runs.passing(frame(), text), text);
        assertEquals(Filter.parse(text, Dialect.MLFLOW), Filter.parse(text, Dialect.COTEJO));
    }

    @Test
    void listsKeepItemsThatAreNotLowerCase() {
        assertInstanceOf(Filter.class, Filter.parse("run_id IN ('AB','cd')", Dialect.MLFLOW));
        assertEquals(List.of("adam-run", "sgd-run"), Runs.passing(frame(), "run_id IN ('AB','cd')"));
        assertInstanceOf(Filter.class, Filter.parse("datasets.name IN ('MyData','lower')", Dialect.MLFLOW));
        assertEquals(List.of("adam-run", "sgd-run"), Runs.passing(frame(), "datasets.name IN ('MyData','lower')"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"params.x IS NULL", "tags.x IS NOT NULL", "metrics.x > -0.5", "metrics.x < 1e-3",
        "attr.start_time >= 1700000000000", "run_id NOT IN ('a')", "`metrics`.x = 1", "\"run_name\" = 'x'",
        "attributes.`Run name` = 'x'", "`Run Name` = 'x'", "params.x='a'AND params.y='b'", ""})
    void mlflowAccepts(String text) {
        assertInstanceOf(Filter.class, Filter.parse(text, Dialect.MLFLOW), text);
        assertEquals(Filter.parse(text, Dialect.MLFLOW), Filter.parse(text, Dialect.COTEJO));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "params.lr > 0.1", "params.lr = 0.1", "params.x NOT IN ('a')", "run_name IN ('a','b')",
        "metrics.avg-score > 0.5", "metrics.loss/train < 1", "params.a = 'x' OR params.b = 'y'",
        "NOT params.a = 'x'", "(params.a = 'x')", "metrics.x BETWEEN 1 AND 2", "stage = 'Production'",
        "METRICS.x > 1", "metrics.x = '1'", "metrics.x IS NULL", "run_name", "'free text'", "min(metrics.x) < 1",
        "params.a = 'x'; params.b = 'y'", "duration > 5", "params.a RLIKE 'x'", "params.a NOT LIKE 'x'",
        "start_time > '2026-01-01'", "metrics.x > 1 metrics.y > 2", "metrics.x == 1", "0.1 < metrics.x",
        "params.a = x", "run_id IN ()", "metrics.x LIKE 'a'", "params.a = E'x'"})
    void mlflowRejects(String text) {
        assertInstanceOf(FilterError.class, Filter.parse(text, Dialect.MLFLOW), text);
    }

    @Test
    void aMissingKeyDoesNotMatchEvenByInequality() {
        assertEquals(List.of(), Runs.passing(frame(), "params.x != 'Xa'"));
        assertEquals(List.of("sgd-run"), Runs.passing(frame(), "params.x IS NULL"));
    }

    @Test
    void quotedValuesAreComparedAsText() {
        assertEquals(List.of("adam-run"), Runs.passing(frame(), "params.lr = '0.1'"));
    }

    @Test
    void nanMatchesNoComparison() {
        assertEquals(List.of("adam-run"), Runs.passing(frame(), "metrics.loss != 7"));
        assertEquals(List.of(), Runs.passing(frame(), "metrics.loss > 0.05"));
    }

    @Test
    void likeIsCaseSensitiveAndIlikeIsNot() {
        assertEquals(List.of(), Runs.passing(frame(), "params.opt LIKE 'ADAM'"));
        assertEquals(List.of("adam-run"), Runs.passing(frame(), "params.opt ILIKE 'A_AM'"));
    }

    @Test
    void twoQuotesStayTwoQuotes() {
        Runs runs = new Runs();
        runs.run("two").param("x", "it''s");
        runs.run("one").param("x", "it's");
        RunFrame frame = runs.frame();
        assertEquals(List.of("two"), Runs.passing(frame, "params.x = 'it''s'"));
        assertEquals(List.of("one"), Runs.passing(frame, "params.x = \"it's\""));
    }

    @Test
    void aBackslashAtTheEndBelongsToTheValueWhenNoQuoteFollows() {
        Runs runs = new Runs();
        runs.run("win").param("x", "C:\\");
        assertEquals(List.of("win"), Runs.passing(runs.frame(), "params.x = 'C:\\'"));
    }
}
