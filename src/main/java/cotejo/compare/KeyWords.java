package cotejo.compare;

import cotejo.text.Texts;

/// What keys that are ours are called; keys of params, metrics, tags and files stand for themselves.
// texts: compare.key.*
public final class KeyWords {

    private KeyWords() {
    }

    /// What a row is called.
    public static String row(Section.Kind kind, String key) {
        return switch (kind) {
            case RUN, TIMES, SOURCE -> Texts.get("compare.key." + key);
            case PARAMS, METRICS, TAGS, ENVIRONMENT, DATASETS, ARTIFACTS -> key;
        };
    }

    /// What a part of a row is called.
    public static String part(Section.Kind kind, String key) {
        return switch (kind) {
            case METRICS, ARTIFACTS -> Texts.get("compare.key." + key);
            case DATASETS -> key.startsWith("schema.") ? key.substring(7) : Texts.get("compare.key." + key);
            case RUN, TIMES, SOURCE, PARAMS, TAGS, ENVIRONMENT -> key;
        };
    }
}
