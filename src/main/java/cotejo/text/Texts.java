package cotejo.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/// The texts people read, in the language that was chosen.
///
/// A key's first part names the folder its text stands in: `runs.filter.prompt` is in
/// `cotejo/text/runs/messages.properties` and, in Spanish, `messages_es.properties` beside it. Texts are
/// [MessageFormat] patterns, so an apostrophe is written twice.
public final class Texts {

    private static final ScopedValue<Locale> HERE = ScopedValue.newInstance();
    private static volatile Locale locale = Locale.ENGLISH;
    private static final Map<String, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();

    private Texts() {
    }

    /// Sets the language of all texts, numbers and times from now on: Spanish for any Spanish locale, else English.
    public static void use(Locale wanted) {
        locale = spoken(wanted);
    }

    /// Does something in another language than the rest of the program: a command that another process asked for.
    public static void in(Locale wanted, Runnable work) {
        ScopedValue.where(HERE, spoken(wanted)).run(work);
    }

    /// The same work, in the language in which this is called, whichever thread does it.
    public static Runnable carry(Runnable work) {
        if (!HERE.isBound()) {
            return work;
        }
        Locale here = HERE.get();
        return () -> ScopedValue.where(HERE, here).run(work);
    }

    private static Locale spoken(Locale wanted) {
        return wanted.getLanguage().equals("es") ? wanted : Locale.ENGLISH;
    }

    /// The language and region in use.
    public static Locale locale() {
        return HERE.orElse(locale);
    }

    /// The text of a key with its arguments filled in.
    ///
    /// @throws MissingResourceException when there is no such key: a mistake in the program, found by its tests
    public static String get(String key, Object... arguments) {
        Locale now = locale();
        return new MessageFormat(pattern(key, now), now).format(arguments);
    }

    private static String pattern(String key, Locale now) {
        int dot = key.indexOf('.');
        String folder = key.substring(0, Math.max(0, dot));
        String language = now.getLanguage().equals("es") ? "es" : "en";
        ResourceBundle bundle = BUNDLES.computeIfAbsent(folder + "/" + language,
                any -> ResourceBundle.getBundle("cotejo.text." + folder + ".messages",
                        language.equals("es") ? Locale.of("es") : Locale.ROOT,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        return bundle.getString(key);
    }
}
