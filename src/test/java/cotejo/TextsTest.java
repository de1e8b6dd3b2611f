package cotejo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every text the program asks for is there, in both languages, and none is left over.
class TextsTest {

    private static TextCatalog texts;
    private static List<Sources> sources;

    @BeforeAll
    static void readBoth() throws IOException {
        Path folder = Path.of("src", "main", "resources", "cotejo", "text");
        texts = TextCatalog.below(Files.createDirectories(folder));
        sources = Sources.below(Sources.MAIN);
    }

    @Test
    void noTextIsMissing() {
        assertEquals(Set.of(), texts.missing(sources));
    }

    @Test
    void noTextIsLeftOver() {
        assertEquals(Set.of(), texts.unused(sources));
    }

    @Test
    void everyTextIsTranslated() {
        assertEquals(Set.of(), texts.untranslated());
    }

    @Test
    void bothLanguagesFillInTheSame() {
        assertEquals(Set.of(), texts.uneven());
    }

    @Test
    void everyPatternParsesAndKeepsItsApostrophes() {
        assertEquals(Set.of(), texts.broken());
    }

    @Test
    void everyKeyStartsWithItsFolder() {
        assertEquals(List.of(), texts.strays());
    }

    @Test
    void everyKindOfMistakeIsFound(@TempDir Path folder) throws IOException {
        Path area = Files.createDirectories(folder.resolve("runs"));
        Files.writeString(area.resolve("messages.properties"), """
                runs.used=Used {0}
                runs.left=Left over
                runs.alone=Alone
                runs.same=The same long sentence
                runs.apostrophe=Don't
                runs.torn={0
                runs.status.DONE=Done
                runs.end.here=Its end is written
                runs.end.nowhere=Its end is not
                other.key=Elsewhere
                """);
        Files.writeString(area.resolve("messages_es.properties"), """
                runs.used=Usado {1}
                runs.left=Sobra
                runs.same=The same long sentence
                runs.apostrophe=No
                runs.torn=Roto
                runs.status.DONE=Hecho
                runs.end.here=Su final
                runs.end.nowhere=Sin final
                other.key=En otro lugar
                """);
        Sources source = new Sources(Path.of("Some.java"), """
                Texts.get("runs.used", x); Texts.get(
                    "runs.gone"); Texts.get("runs.built." + y);
                // texts: runs.status.*
                String key = "runs.alone"; key = "runs.same"; key = "runs.apostrophe"; key = "runs.torn";
                key = "other.key"; key = Texts.get("runs.end." + z); z = "here";
                """);
        TextCatalog wrong = TextCatalog.below(folder);
        assertEquals(Set.of("Some.java: runs.gone", "Some.java: runs.built."), wrong.missing(List.of(source)));
        assertEquals(Set.of("runs.left", "runs.end.nowhere"), wrong.unused(List.of(source)));
        assertEquals(Set.of("runs.alone", "runs.same"), wrong.untranslated());
        assertEquals(Set.of("runs.used", "runs.torn"), wrong.uneven());
        assertEquals(Set.of("runs.apostrophe", "runs.torn"), wrong.broken());
        assertEquals(List.of("other.key"),
                wrong.strays().stream().map(s -> s.substring(s.indexOf(' ') + 1)).distinct().toList());
    }
}
