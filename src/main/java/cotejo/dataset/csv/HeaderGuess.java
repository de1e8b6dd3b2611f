package cotejo.dataset.csv;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// Whether the first record of a text is made of names.
final class HeaderGuess {

    /// What columns of text are usually called, where data are about experiments, people, language or things.
    private static final Set<String> NAMES = Set.of("address", "age", "answer", "author", "category", "city", "class",
            "code", "color", "colour", "comment", "completion", "content", "country", "date", "description", "document",
            "domain", "email", "entity", "file", "filename", "from", "gender", "group", "hypothesis", "id", "image",
            "index", "input", "instruction", "item", "key", "keyword", "kind", "label", "lang", "language", "lemma",
            "level", "location", "message", "method", "model", "name", "ner", "note", "object", "origin", "output",
            "path", "phone", "predicate", "premise", "product", "prompt", "query", "question", "region", "relation",
            "response", "result", "review", "role", "sentence", "sentiment", "sex", "shape", "source", "species",
            "split", "src", "state", "status", "subject", "summary", "tag", "target", "term", "text", "time",
            "timestamp", "title", "to", "token", "topic", "type", "unit", "url", "user", "username", "value",
            "variable", "version", "word");

    private HeaderGuess() {
    }

    /// It is when it is text where the column below is not. Where all is text, it is when its words are distinct and do
    /// not come again, or, since a word may well be about the thing it names, when most of them are what columns are
    /// called and few of them come again.
    static boolean names(List<String> first, List<List<String>> below, Cells cells) {
        Set<String> distinct = new HashSet<>();
        boolean clean = true;
        for (String name : first) {
            boolean value = Cells.whole(name) != null || cells.real(name) != null || Cells.day(name) != null;
            if (value) {
                return false;
            }
            clean &= !name.isBlank() && distinct.add(name);
        }
        for (int i = 0; i < first.size(); i++) {
            if (below.stream().anyMatch(typed(i, cells))) {
                return true;
            }
        }
        Set<String> values = new HashSet<>();
        below.forEach(values::addAll);
        return clean && (distinct.stream().noneMatch(values::contains) || usual(first) && rare(first, below));
    }

    private static Predicate<List<String>> typed(int i, Cells cells) {
        return row -> i < row.size() && (Cells.whole(row.get(i)) != null || cells.real(row.get(i)) != null
                || Cells.day(row.get(i)) != null || Cells.bool(row.get(i)) != null);
    }

    private static boolean usual(List<String> first) {
        return first.stream().filter(HeaderGuess::usual).count() * 2 > first.size();
    }

    /// The word itself, or the last part of one such as `first_name` or `wordId`.
    private static boolean usual(String word) {
        String[] parts = word.strip().replaceAll("(\\p{Ll})(\\p{Lu})", "$1_$2").toLowerCase(Locale.ROOT)
                .split("[_.-]|\\d+$", -1);
        String last = parts[parts.length - 1].isEmpty() && parts.length > 1 ? parts[parts.length - 2]
                : parts[parts.length - 1];
        return NAMES.contains(last);
    }

    /// Whether no word comes again in more than every tenth record of its column.
    private static boolean rare(List<String> first, List<List<String>> below) {
        for (int i = 0; i < first.size(); i++) {
            String name = first.get(i);
            int column = i;
            long again = below.stream().filter(row -> column < row.size() && row.get(column).equals(name)).count();
            if (again > Math.max(1, below.size() / 10)) {
                return false;
            }
        }
        return true;
    }
}
