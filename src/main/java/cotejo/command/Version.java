package cotejo.command;

import org.jspecify.annotations.Nullable;

/// The program's version.
final class Version {

    private Version() {
    }

    /// The version in the jar's manifest, or `development` outside of a jar.
    static String number() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    static String text() {
        return "Cotejo " + number();
    }
}
