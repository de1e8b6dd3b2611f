package cotejo.ui.datasets;

import cotejo.dataset.FileFacts;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.util.Set;

/// What a file says of itself, in the person's words; what a format names otherwise stays as it is named.
final class FileWords {

    private static final Set<String> KNOWN = Set.of("batches", "codec", "comment", "createdBy", "decimal", "delimiter",
            "encoding", "escape", "fileBytes", "files", "footerBytes", "header", "layout", "leaves", "quote",
            "rowGroups", "rows", "uncompressedBytes", "version");
    private static final Set<String> COUNTS = Set.of("batches", "files", "leaves", "rowGroups", "rows");

    private FileWords() {
    }

    static String name(FileFacts.Fact fact) {
        // texts: datasets.file.fact.*
        return KNOWN.contains(fact.name()) ? Texts.get("datasets.file.fact." + fact.name()) : fact.name();
    }

    static String value(FileFacts.Fact fact) {
        String value = fact.value();
        boolean whole = !value.isEmpty() && value.length() <= 18 && value.chars().allMatch(c -> c >= '0' && c <= '9');
        if (whole && fact.name().endsWith("Bytes")) {
            return Figures.bytes(Long.parseLong(value));
        }
        if (whole && COUNTS.contains(fact.name())) {
            return Figures.count(Long.parseLong(value));
        }
        return value.isEmpty() ? "–" : value.length() == 1 ? DialectWords.sign(value.charAt(0)) : value;
    }
}
