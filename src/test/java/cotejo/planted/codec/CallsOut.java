package cotejo.planted.codec;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/// Breaks a rule on purpose: goes out to the network.
public final class CallsOut {
    InputStream fetch() throws IOException {
        return URI.create("https://example.org").toURL().openStream();
    }
}
