package cotejo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/// Documents as they go out.
final class JsonOutTest {

    @Test
    void whatAFailureCutShortDoesNotLookWhole() throws IOException {
        StringWriter out = new StringWriter();
        try (JsonOut json = JsonOut.to(out)) {
            json.object().array("versions");
        }
        assertEquals("{\"versions\":[", out.toString().strip());
    }
}
