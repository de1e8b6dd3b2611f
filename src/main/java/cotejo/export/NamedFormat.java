package cotejo.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A format that people and file endings name.
interface NamedFormat {

    /// As enums have it.
    String name();

    /// The ending of files of this format, without the dot.
    String extension();

    /// The format of that name (`markdown`) or file ending (`md`), in any case.
    static <F extends NamedFormat> Optional<F> named(F[] formats, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(formats).filter(format -> format.extension().equals(wanted)
                || format.name().toLowerCase(Locale.ROOT).equals(wanted)).findFirst();
    }
}
