package cotejo.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.MetricStat;
import cotejo.model.RunFrame;
import cotejo.model.RunStatus;
import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Our own filter language, where it goes beyond MLflow's.
class FilterTest {

    private static final long HOUR = 3_600_000;

    private static long at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();
    }

    private static RunFrame frame() {
        Runs runs = new Runs();
        runs.run("ResNet-50 a").param("lr", "0.10").param("opt", "adam").metric("loss", 0.5).starred()
                .times(at("2026-01-01T10:00"), at("2026-01-01T13:00")).tag("mlflow.note.content", "good one");
        runs.run("resnet-18 b").param("lr", "1e-3").param("opt", "sgd").metric("loss", 2)
                .times(at("2026-01-02T10:00"), at("2026-01-02T10:30")).status(RunStatus.FAILED);
        runs.run("vit c").param("lr", "auto").metric("loss", Double.NaN).times(at("2026-01-03T10:00"), 0)
                .experiment(2).dataset("mnist", "d", "train");
        runs.run("bare d");
        return runs.frame();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "params.lr < 0.05 | b", "params.lr = 0.1 | a", "params.lr != 0.1 | b", "params.lr BETWEEN 0.001 AND 0.1 | ab",
        "params.lr IN (0.1, 7) | a", "params.lr NOT IN (0.1) | b", "params.lr NOT IN ('0.10') | bc",
        "params.opt = 'adam' OR params.opt = 'sgd' | ab", "NOT params.opt = 'adam' | bcd",
        "params.opt NOT LIKE 'a%' | b", "params.opt RLIKE '^ad.m$' | a", "params.opt NOT RLIKE 'ad' | b",
        "metrics.loss > 0 AND (params.opt = 'sgd' OR starred = true) | ab", "starred != true | bcd",
        "metrics.loss < 1 OR metrics.loss > 1 AND params.opt = 'adam' | a",
        "metrics.loss IS NULL | d", "metrics.loss IS NOT NULL | abc", "metrics.loss IS NAN | c",
        "metrics.loss IS NOT NAN | ab", "metrics.loss NOT BETWEEN 0 AND 1 | b", "metrics.loss < inf | ab",
        "min(metrics.loss) < 0 | a", "MAX(metrics.loss) = 3 | b", "count(metrics.loss) = 3 | abc",
        "laststep(metrics.loss) >= 10 | abc", "avg(metrics.loss) = 2 | b",
        "start_time > '2026-01-01' | abc", "start_time > '2026-01-02' | bc", "start_time <= '2026-01-02' | ab",
        "start_time = '2026-01-02' | b", "start_time != '2026-01-02' | ac",
        "start_time BETWEEN '2026-01-01' AND '2026-01-02' | ab", "start_time >= '2026-01-02 10:00' | bc",
        "start_time > 2026-01-02T10:00:00 | c", "start_time = '2026-01' | abc", "end_time IS NULL | cd",
        "duration > 2h | a", "duration <= 30min | b", "duration = '1800s' | b", "duration = 1800000 | b",
        "duration BETWEEN 29m AND 0.5h | b", "duration < 3h1ms | ab", "duration IS NULL | cd",
        "resnet | ab", "'RESNET-50' | a", "resnet 18 | b", "18 resnet | b", "resnet NOT 50 | b",
        "resnet params.opt = 'sgd' | b", "params.opt = 'sgd' resnet | b", "resnet (metrics.loss < 1) | a",
        "vit OR 50 | ac", "NOT resnet | cd", "experiment = 'vision' | abd", "lifecycle = 'deleted' | c",
        "status IN ('FAILED') | b", "note LIKE 'good%' | a", "note IS NULL | bcd", "parent IS NULL | abcd",
        "datasets.name = 'mnist' | c", "datasets.name IS NULL | abd", "name ILIKE 'VIT%' | c", "user = 'ana' | abcd",
        "params.lr == 0.1 | a", "params.lr <> 0.1 | b", "metrics.loss > +1 | b", "hidden = no | abcd"})
    void theSupersetFilters(String text, String expected) {
        List<String> names = Runs.passing(frame(), text);
        assertEquals(expected, String.join("", names.stream().map(n -> n.substring(n.length() - 1)).toList()), text);
    }

    @Test
    void oneHourIsSixtyMinutes() {
        assertEquals(HOUR, Literals.duration("60m"));
        assertEquals(90 * 60_000, Literals.duration("1h 30min"));
        assertTrue(Double.isNaN(Literals.duration("2 moons")));
        assertTrue(Double.isNaN(Literals.duration("")));
    }

    @Test
    void theValueAtAStepIsAskedOnlyWhereCheaperConditionsHold() {
        RunFrame frame = frame();
        StringBuilder asked = new StringBuilder();
        SeriesAt series = (key, metric, step) -> {
            asked.append(key).append(metric).append((long) step).append(' ');
            return key == 1 ? OptionalDouble.of(0.95) : OptionalDouble.empty();
        };
        Filter filter = (Filter) Filter.parse("at(metrics.loss, step=100) > 0.9 AND resnet");
        assertEquals("{0}", filter.compile(frame, series).select(Cancel.never()).toString());
        assertEquals("1loss100 2loss100 ", asked.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "metrics.loss < | 14 | 0", "metrics.loss | 12 | 0", "metrics.loss < 'a' | 15 | 3", "params.x = abc | 11 | 3",
        "METRICS.x > 1 | 0 | 9", "foo = 'a' | 0 | 3", "(a OR b | 7 | 0", "a) | 1 | 1", "params.x = 'a | 11 | 2",
        "metrics.a < 1 metrics.b < 2 | 14 | 9", "a AND | 5 | 0", "params.x > 'a' | 11 | 3", "run_name > 'a' | 9 | 1",
        "run_name RLIKE 'a(b' | 19 | 1", "metrics.x BETWEEN 1 OR 2 | 20 | 2", "start_time > '2026-13-01' | 13 | 12",
        "duration > 2x | 11 | 2", "datasets.size = 'a' | 0 | 13", "params.x IN ('a', 1) | 18 | 1",
        "min(params.x) < 1 | 4 | 8",
        "at(metrics.x) < 1 | 12 | 1", "metrics.x LIKE 'a' | 10 | 4", "metrics. > 1 | 0 | 8", "a ; b | 2 | 1",
        "starred = maybe | 10 | 5", "params.x IN 'a' | 12 | 3", "AND | 0 | 3", "metrics.x ! 1 | 10 | 1"})
    void errorsPointAtTheirColumn(String text, int column, int length) {
        FilterError error = assertInstanceOf(FilterError.class, Filter.parse(text), text);
        assertEquals(column + "+" + length, error.column() + "+" + error.length(), error.message());
        assertFalse(error.message().isBlank());
        assertFalse(error.message().contains("{0}"), error.message());
    }

    @Test
    void anErrorSaysWhatToDo() {
        FilterError error = (FilterError) Filter.parse("params.opt = adam");
        assertEquals("Put text in quotes: 'adam'.", error.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "NOT ", "NOT("})
    void tenThousandLevelsAreAnErrorAndNoOverflow(String level) {
        FilterError error = assertInstanceOf(FilterError.class, Filter.parse(level.repeat(10_000)));
        assertTrue(error.message().contains("200"), error.message());
    }

    @Test
    void aHundredThousandConditionsAreRead() {
        assertInstanceOf(Filter.class, Filter.parse("a OR b AND ".repeat(50_000) + "c"));
    }

    @Test
    void aRegexThatWouldNeverEndGivesUp() {
        Runs runs = new Runs();
        runs.run("bomb").param("x", "a".repeat(5_000) + "!");
        runs.run("long").param("x", "ab".repeat(200_000));
        RunFrame frame = runs.frame();
        RowPredicate bomb = ((Filter) Filter.parse("params.x RLIKE '^(a+)+$'")).compile(frame, SeriesAt.none());
        assertTrue(bomb.select(Cancel.never()).isEmpty());
        assertTrue(bomb.gaveUp());
        RowPredicate deep = ((Filter) Filter.parse("params.x RLIKE '^(a|b)*c'")).compile(frame, SeriesAt.none());
        assertTrue(deep.select(Cancel.never()).isEmpty());
        assertTrue(deep.gaveUp());
        RowPredicate easy = ((Filter) Filter.parse("params.x RLIKE 'b$'")).compile(frame, SeriesAt.none());
        assertEquals("{1}", easy.select(Cancel.never()).toString());
        assertFalse(easy.gaveUp());
    }

    @Test
    void anEasyRegexNeverGivesUpHoweverOftenItIsAsked() {
        RowPredicate easy = ((Filter) Filter.parse("run_name RLIKE 'a$'")).compile(frame(), SeriesAt.none());
        for (int i = 0; i < 2_000_000; i++) {
            assertTrue(easy.test(0));
        }
        assertFalse(easy.gaveUp());
    }

    @Test
    void likeKnowsNoEscapeAndNoRegex() {
        Runs runs = new Runs();
        runs.run("dot").param("x", "a.c");
        runs.run("letter").param("x", "abc");
        runs.run("percent").param("x", "50%");
        runs.run("lines").param("x", "a\nc");
        RunFrame frame = runs.frame();
        assertEquals(List.of("dot"), Runs.passing(frame, "params.x LIKE 'a.c'"));
        assertEquals(List.of("dot", "letter", "lines"), Runs.passing(frame, "params.x LIKE 'a_c'"));
        assertEquals(List.of("lines"), Runs.passing(frame, "params.x LIKE E'a\\n%'"));
        assertEquals(List.of(), Runs.passing(frame, "params.x LIKE '50\\%'"));
        assertEquals(List.of("percent"), Runs.passing(frame, "params.x LIKE '%\\%' OR params.x LIKE '5%'"));
        assertEquals(List.of("dot", "letter", "lines"), Runs.passing(frame, "params.x LIKE '%a%c%'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"metrics.loss<0.1 and param.opt='adam'", "a or b and not (c or d)", "not (a and b)",
        "params.`a b` in ('x',\"it's\")", "at(metrics.acc, 100) > .5", "min(metrics.`l/t`) between -1 and 1e-3",
        "start_time > '2026-01-01' and duration > 2h", "params.x not rlike 'a|b'", "metrics.x is not nan",
        "(a AND b) AND c", "not not a", "params.x is null or tags.y is not null", "E'a\\'b\"c'", "starred = 1",
        "run.`Run name` = 'x'", "dataset.name != 'x'"})
    void theNormalTextReadsBackAsTheSameFilter(String text) {
        Filter filter = assertInstanceOf(Filter.class, Filter.parse(text), text);
        assertEquals(filter, Filter.parse(filter.toString()), filter.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "it's", "say \"hi\"", "both ' and \"", "end\\", "a\nb", "", "''", "\\'", "`", "%_",
        "tab\t", "\\n", "ends with '", "日本語 🙂"})
    void aClickOnACellFindsExactlyItsValueWhateverItHolds(String value) {
        for (String key : List.of("x", "a b", "a-b", "a/b", "a.b", "1st", "q`q", "q\"`q", "é", "a'b", "`x`", "E'x'")) {
            Runs runs = new Runs();
            runs.run("it").param(key, value).param("other", "o");
            runs.run("not").param(key, value + "x").param("other", "o");
            String text = Filter.add("params.other = 'o'", new ColumnRef.Param(key), value);
            assertEquals(List.of("it"), Runs.passing(runs.frame(), text), text);
        }
    }

    @Test
    void addingKeepsWhatWasThere() {
        ColumnRef opt = new ColumnRef.Param("opt");
        assertEquals("params.opt = 'adam'", Filter.add("  ", opt, "adam"));
        assertEquals("(a OR b) AND params.opt = 'adam'", Filter.add("a OR b", opt, "adam"));
        assertEquals("x and  y AND params.opt = 'adam'", Filter.add("x and  y", opt, "adam"));
        assertEquals("x AND params.opt='adam'", Filter.add("x AND params.opt='adam'", opt, "adam"));
        assertEquals("metrics.loss = 0.5", Filter.add("", ColumnRef.metric("loss"), "0.5"));
        assertEquals("metrics.loss IS NAN", Filter.add("", ColumnRef.metric("loss"), "NaN"));
        assertEquals("starred = true", Filter.add("", ColumnRef.attribute(RunAttribute.STARRED), "true"));
        assertEquals("params.`a b` = 'x'", Filter.add("", new ColumnRef.Param("a b"), "x"));
    }

    @Test
    void columnsReadBackFromTheirText() {
        List<ColumnRef> refs = List.of(ColumnRef.attribute(RunAttribute.DURATION), new ColumnRef.Param("a b`c"),
                new ColumnRef.Tag("mlflow.user"), ColumnRef.metric("loss/train"),
                new ColumnRef.Metric("x", MetricStat.LAST_STEP), new ColumnRef.MetricAt("x", 0.25),
                new ColumnRef.MetricAt("x y", -100), new ColumnRef.MetricAt("x", 1e300),
                new ColumnRef.Param("q\"`q"), new ColumnRef.Param(""));
        for (ColumnRef ref : refs) {
            assertEquals(ref, ColumnRef.parse(ref.text()), ref.text());
        }
        for (MetricStat stat : MetricStat.values()) {
            ColumnRef ref = new ColumnRef.Metric("x", stat);
            assertEquals(ref, ColumnRef.parse(ref.text()), ref.text());
        }
        assertEquals(null, ColumnRef.parse("params.x = 'a'"));
        assertEquals(null, ColumnRef.parse("nonsense"));
        assertEquals(null, ColumnRef.parse(""));
    }

    @Test
    void aCancelledSelectionEnds() {
        Cancel cancel = new Cancel();
        cancel.request();
        RowPredicate all = Filter.all().compile(frame(), SeriesAt.none());
        assertThrows(CancelledException.class, () -> all.select(cancel));
    }
}
