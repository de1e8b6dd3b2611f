package cotejo.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.model.RegistryEvent;
import cotejo.model.RegistryEvent.Detail;
import cotejo.model.RegistryEvent.Kind;
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
}
