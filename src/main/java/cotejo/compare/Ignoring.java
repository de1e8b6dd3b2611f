package cotejo.compare;

import java.util.List;
import java.util.Locale;

/// Keys that are left out of comparisons: patterns with `*` for any text and `?` for any character, in any case. A
/// pattern is held against the whole key and against its last part, so that `seed` also leaves `train.seed` out.
public final class Ignoring {

    private static final Ignoring NOTHING = new Ignoring(List.of());

    private final List<String> globs;

    private Ignoring(List<String> globs) {
        this.globs = globs;
    }

    public static Ignoring nothing() {
        return NOTHING;
    }

    public static Ignoring of(List<String> globs) {
        return new Ignoring(globs.stream().map(glob -> glob.strip().toLowerCase(Locale.ROOT))
                .filter(glob -> !glob.isEmpty()).toList());
    }

    /// Whether the key is left out.
    public boolean ignores(String key) {
        if (globs.isEmpty()) {
            return false;
        }
        String whole = key.toLowerCase(Locale.ROOT);
        String last = whole.substring(Math.max(whole.lastIndexOf('.'), whole.lastIndexOf('/')) + 1);
        return globs.stream().anyMatch(glob -> matches(glob, whole) || matches(glob, last));
    }

    /// Goes back to the latest star only, so that no pattern costs more than the product of both lengths.
    private static boolean matches(String glob, String text) {
        int at = 0;
        int star = -1;
        int retry = 0;
        int i = 0;
        while (i < text.length()) {
            char wanted = at < glob.length() ? glob.charAt(at) : 0;
            if (wanted == '*') {
                star = at++;
                retry = i;
            } else if (at < glob.length() && (wanted == '?' || wanted == text.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++retry;
            } else {
                return false;
            }
        }
        while (at < glob.length() && glob.charAt(at) == '*') {
            at++;
        }
        return at == glob.length();
    }
}
