package cotejo.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.RegistryEvent;
import cotejo.model.RegistryEvent.Detail;
import cotejo.model.RegistryEvent.Kind;
import cotejo.registry.Gate;
import cotejo.text.Texts;
import cotejo.ui.Fx;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What happened, in words.
class HistoryListTest {

    @ParameterizedTest
    @CsvSource({"DELETE, 0, Model moved to trash with its versions", "RESTORE, 0, Model taken out of the trash",
        "PURGE, 0, Model deleted for good with its versions", "DELETE, 3, Version 3 moved to trash"})
    void whatIsDoneToAModelNamesNoVersion(Kind kind, int version, String words) {
        assertEquals(words, HistoryList.words(new RegistryEvent(1, 1, version, 5, 5, "ana", kind, null, null, "",
                Detail.NONE)));
    }

    @Test
    void theRulesOfAChangedGateAreNamedInThePersonsLanguage() {
        String lines = "metric r2 >= champion - 0.01\nintact";
        assertEquals(List.of("r2 is at least that of @champion − 0.01", "Every file is what its hash says"),
                HistoryList.rules(lines));
        Texts.in(Locale.forLanguageTag("es"), () -> assertEquals("Cada archivo es lo que dice su hash",
                HistoryList.rules(lines).getLast()));
        assertEquals(List.of("no rules any more"), HistoryList.rules(""));
    }

    @Test
    void theLineOfAChangedGateSaysItsRules() throws Exception {
        RegistryEvent event = new RegistryEvent(1, 1, 0, 5, 5, "ana", Kind.GATES, null, null, "", new Detail(
                List.of(), List.of(), Map.of("stage", "Production", "rules", "tag validated")));
        String said = Fx.run(() -> new HistoryList(List.of(event), Map.of(), null).lookupAll(".label").stream()
                .map(node -> ((Label) node).getText()).collect(Collectors.joining("; ")));
        assertTrue(said.contains(Gate.words("tag validated")), said);
    }
}
