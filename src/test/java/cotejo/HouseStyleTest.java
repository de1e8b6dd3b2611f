package cotejo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What no compiler checks about the sources.
class HouseStyleTest {

    private static final List<Sources> ALL =
            Stream.of(Sources.MAIN, Sources.TEST).map(Sources::below).flatMap(List::stream).toList();

    /// A habit, and a line that breaks it.
    @SuppressWarnings("ImmutableEnumChecker")
    enum Habit {
        COLUMNS_120("x".repeat(121), line -> line.length() > 120),
        NO_TABS("\tint x;", line -> line.indexOf('\t') >= 0),
        NO_BLANKS_AT_THE_END("int x; ", line -> line.endsWith(" ")),
        NO_WILDCARD_IMPORTS("import java.util" + ".*;", Pattern.compile("^import .*\\*;").asPredicate()),
        NO_NOTES_TO_SELF("// TO" + "DO later", Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b").asPredicate()),
        NO_DISABLED_TESTS("@Dis" + "abled", Pattern.compile("@Dis" + "abled\\b(?!On)").asPredicate()),
        NO_STACK_TRACES_BY_HAND("e.printStack" + "Trace();", line -> line.contains(".printStack" + "Trace("));

        private final String breaks;
        private final Predicate<String> broken;

        Habit(String breaks, Predicate<String> broken) {
            this.breaks = breaks;
            this.broken = broken;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLineKeepsThe(Habit habit) {
        List<String> wrong = ALL.stream().flatMap(source -> IntStream.range(0, source.lines().size())
                .filter(i -> habit.broken.test(source.lines().get(i)))
                .mapToObj(i -> source + ":" + (i + 1))).toList();
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @EnumSource
    void aLineThatBreaksItIsSeen(Habit habit) {
        assertTrue(habit.broken.test(habit.breaks));
    }

    @Test
    void noFileIsTwoIdeas() {
        assertEquals(List.of(), ALL.stream().filter(source -> source.lines().size() > 400).toList());
    }

    @Test
    void noPathOfSomebodysMachine() {
        Pattern home = Pattern.compile("/(home|Users|root)/\\w|[A-Z]:\\\\+Users\\\\+\\w");
        assertTrue(home.matcher("/home/" + "ana/runs").find());
        assertEquals(List.of(), Sources.below(Sources.MAIN).stream()
                .filter(source -> home.matcher(source.text()).find()).toList());
    }

    @Test
    void everyPackageSaysWhetherNullIsWelcome() {
        List<Path> packages = Sources.below(Sources.MAIN).stream().map(source -> source.path().getParent()).distinct()
                .toList();
        assertFalse(packages.isEmpty());
        assertEquals(List.of(), packages.stream()
                .filter(folder -> !Files.isRegularFile(folder.resolve("package-info.java"))).toList());
    }

    @Test
    void everyPublicTypeSaysWhatItIs() {
        List<String> wrong = Sources.below(Sources.MAIN).stream()
                .filter(source -> !documented(source.lines())).map(Sources::toString).toList();
        assertFalse(documented(List.of("import java.util.List;", "", "@Deprecated", "public final class Silent {")));
        assertEquals(List.of(), wrong);
    }

    private static boolean documented(List<String> lines) {
        int type = IntStream.range(0, lines.size()).filter(i -> lines.get(i).matches(
                "public (?:(?:final|sealed|non-sealed|abstract) )*(?:class|record|interface|enum|@interface) .*"))
                .findFirst().orElse(-1);
        int above = type - 1;
        while (above > 0 && !lines.get(above).isEmpty() && !lines.get(above).startsWith("///")) {
            above--;
        }
        return type < 0 || above >= 0 && lines.get(above).startsWith("///");
    }
}
