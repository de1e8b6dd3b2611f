package cotejo;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The texts below a folder and what is wrong with them and with their use.
///
/// A key whose end is written elsewhere (`Texts.get("folder." + end)`) is used when that end stands in quotes
/// somewhere. One whose end is written nowhere (`Texts.get("status." + status.name())`) is announced by a comment in
/// the same file: `// texts: status.*`.
///
/// @param english the texts of all `messages.properties` by key
/// @param spanish the texts of all `messages_es.properties` by key
/// @param strays  keys whose first part is not the name of their folder
record TextCatalog(Map<String, String> english, Map<String, String> spanish, List<String> strays) {

    private static final Pattern CALL = Pattern.compile("\\bTexts\\s*\\.\\s*get\\(\\s*\"([^\"]*)\"\\s*([,)+])");
    private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z0-9_.-]+)\"");
    private static final Pattern ANNOUNCED = Pattern.compile("// texts: ([A-Za-z0-9_.-]+\\.)\\*");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    static TextCatalog below(Path folder) throws IOException {
        TextCatalog catalog = new TextCatalog(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".properties")).sorted().toList()) {
                catalog.read(file);
            }
        }
        return catalog;
    }

    private void read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        Map<String, String> language = file.endsWith("messages_es.properties") ? spanish : english;
        for (String key : texts.stringPropertyNames()) {
            language.put(key, texts.getProperty(key));
            if (!key.startsWith(file.getParent().getFileName() + ".")) {
                strays.add(file + ": " + key);
            }
        }
    }

    /// Keys the sources ask for and nobody wrote.
    NavigableSet<String> missing(List<Sources> sources) {
        NavigableSet<String> missing = new TreeSet<>();
        for (Sources source : sources) {
            Matcher call = CALL.matcher(source.text());
            while (call.find()) {
                String key = call.group(1);
                boolean there = call.group(2).equals("+")
                        ? english.keySet().stream().anyMatch(k -> k.startsWith(key))
                        : english.containsKey(key);
                if (!there) {
                    missing.add(source + ": " + key);
                }
            }
            announced(source).stream().filter(prefix -> english.keySet().stream().noneMatch(k -> k.startsWith(prefix)))
                    .forEach(prefix -> missing.add(source + ": " + prefix + "*"));
        }
        return missing;
    }

    /// Texts nobody asks for.
    NavigableSet<String> unused(List<Sources> sources) {
        NavigableSet<String> unused = new TreeSet<>(english.keySet());
        Set<String> literals = new HashSet<>();
        Set<String> starts = new HashSet<>();
        for (Sources source : sources) {
            LITERAL.matcher(source.text()).results().forEach(found -> literals.add(found.group(1)));
            CALL.matcher(source.text()).results().filter(call -> call.group(2).equals("+"))
                    .forEach(call -> starts.add(call.group(1)));
            announced(source).forEach(prefix -> unused.removeIf(key -> key.startsWith(prefix)));
        }
        unused.removeAll(literals);
        unused.removeIf(key -> starts.stream()
                .anyMatch(start -> key.startsWith(start) && literals.contains(key.substring(start.length()))));
        return unused;
    }

    private static List<String> announced(Sources source) {
        return ANNOUNCED.matcher(source.text()).results().map(found -> found.group(1)).toList();
    }

    /// Keys in one language only, and sentences that are the same in both.
    NavigableSet<String> untranslated() {
        NavigableSet<String> wrong = new TreeSet<>(english.keySet());
        wrong.removeAll(spanish.keySet());
        spanish.keySet().stream().filter(key -> !english.containsKey(key)).forEach(wrong::add);
        english.forEach((key, text) -> {
            if (text.equals(spanish.get(key)) && text.split("[^\\p{L}]+").length > 3) {
                wrong.add(key);
            }
        });
        return wrong;
    }

    /// Keys whose placeholders differ between the languages.
    NavigableSet<String> uneven() {
        NavigableSet<String> wrong = new TreeSet<>();
        english.forEach((key, text) -> {
            if (spanish.containsKey(key) && !places(text).equals(places(spanish.get(key)))) {
                wrong.add(key);
            }
        });
        return wrong;
    }

    private static NavigableSet<String> places(String text) {
        NavigableSet<String> places = new TreeSet<>();
        PLACE.matcher(text).results().forEach(found -> places.add(found.group(1)));
        return places;
    }

    /// Keys whose pattern does not parse, or holds an apostrophe that is not doubled and would vanish.
    NavigableSet<String> broken() {
        NavigableSet<String> wrong = new TreeSet<>();
        Stream.of(english, spanish).flatMap(language -> language.entrySet().stream()).forEach(text -> {
            String loose = text.getValue().replace("''", "").replaceAll("'[{}][^']*'", "");
            if (loose.contains("'") || !parses(text.getValue())) {
                wrong.add(text.getKey());
            }
        });
        return wrong;
    }

    private static boolean parses(String pattern) {
        try {
            new MessageFormat(pattern, Locale.ENGLISH);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
