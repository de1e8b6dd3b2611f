package cotejo.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What failed is said in words: people are not shown the names of Java's classes.
class ProblemTest {

    static Stream<Throwable> failures() {
        return Stream.of(new AccessDeniedException("/data/run"), new NoSuchFileException("/data/run"),
                new FileAlreadyExistsException("/data/run"), new NotDirectoryException("/data/run"),
                new DirectoryNotEmptyException("/data/run"), new FileSystemLoopException("/data/run"),
                new FileSystemException("/data/run"), new IOException(), new IOException(" "),
                new NullPointerException("Cannot invoke \"java.util.List.size()\""), new ClassCastException("class A"),
                new StackOverflowError(), new OutOfMemoryError("Java heap space"),
                new UncheckedIOException(new AccessDeniedException("/data/run")),
                new CompletionException(new UncheckedIOException(new IOException())));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void noClassIsNamed(Throwable failure) {
        String said = Problem.describe(failure);
        assertFalse(said.isBlank());
        for (String word : Set.of("Exception", "Error", "java", "Java", "class ")) {
            assertFalse(said.contains(word), said);
        }
        assertFalse(said.endsWith("/data/run"), "a name alone says nothing: " + said);
    }

    @Test
    void theFileIsNamedWithTheReason() {
        assertEquals("/data/run: this user has no right to it",
                Problem.describe(new AccessDeniedException("/data/run")));
        assertEquals("this user has no right to it", Problem.words(new AccessDeniedException("/data/run")));
        assertEquals("/data/run: Is a directory",
                Problem.describe(new FileSystemException("/data/run", null, "Is a directory")));
    }

    @Test
    void ownWordsStay() {
        assertEquals("no such column", Problem.describe(new IOException("no such column\nat line 3")));
        assertTrue(Problem.describe(new UncheckedIOException("while reading", new IOException("x")))
                .contains("while reading"));
    }
}
