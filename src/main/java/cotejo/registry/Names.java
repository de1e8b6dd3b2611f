package cotejo.registry;

import cotejo.text.Texts;
import java.util.regex.Pattern;

/// MLflow's rules for names (`mlflow/utils/validation.py`, 3.11), so that what is named here can go there.
final class Names {

    private static final int MODEL = 256;
    private static final int ALIAS = 255;
    private static final int TAG_KEY = 250;
    private static final int TAG_VALUE = 100_000;
    /// Python's `\w` takes letters of every script.
    private static final Pattern ALIAS_LETTERS = Pattern.compile("[\\w\\-]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ALIAS_NUMBER = Pattern.compile("[vV]\\d+");
    private static final Pattern TAG_LETTERS = Pattern.compile("[/\\w.\\- :]*", Pattern.UNICODE_CHARACTER_CLASS);

    private Names() {
    }

    private static RegistryRefusal rule(String key, Object... args) {
        return new RegistryRefusal(RegistryRefusal.Kind.RULE, Texts.get(key, args));
    }

    /// A name for a model: not blank, without `/` and `:`, not `.` or `..`.
    static String model(String name) {
        if (name.isBlank() || name.length() > MODEL) {
            throw rule("registry.name.length", name, Integer.toString(MODEL));
        }
        if (name.contains("/") || name.contains(":") || name.equals(".") || name.equals("..")) {
            throw rule("registry.name.letters", name);
        }
        return name;
    }

    /// The name for a model that is nearest to a text; empty when there is none.
    static String near(String text) {
        String name = text.replace('/', '-').replace(':', '-').strip();
        String cut = name.codePoints().limit(MODEL / 2).collect(StringBuilder::new, StringBuilder::appendCodePoint,
                StringBuilder::append).toString().strip();
        return cut.equals(".") || cut.equals("..") ? "" : cut;
    }

    /// An alias that is being set: letters, digits, `_` and `-`, neither `latest` nor a number such as `v3`.
    static String alias(String alias) {
        String bare = alias.startsWith("@") ? alias.substring(1) : alias;
        if (bare.length() > ALIAS || !ALIAS_LETTERS.matcher(bare).matches()) {
            throw rule("registry.alias.letters", alias, Integer.toString(ALIAS));
        }
        if (bare.equalsIgnoreCase("latest") || ALIAS_NUMBER.matcher(bare).matches()) {
            throw rule("registry.alias.reserved", bare);
        }
        return bare;
    }

    /// The key of a tag; it must be a path that leads down and nowhere else, since MLflow may keep it as a file.
    static String tagKey(String key) {
        if (key.isEmpty() || key.length() > TAG_KEY || !TAG_LETTERS.matcher(key).matches() || !isNormal(key)) {
            throw rule("registry.tag.key", key, Integer.toString(TAG_KEY));
        }
        return key;
    }

    static String tagValue(String value) {
        if (value.length() > TAG_VALUE) {
            throw rule("registry.tag.value", Integer.toString(TAG_VALUE));
        }
        return value;
    }

    private static boolean isNormal(String path) {
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }
}
