package cotejo.preview;

import cotejo.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/// PDF: its pages. Of one that cannot be opened, such as an encrypted one, what stands in plain sight.
final class PdfPreviewer implements Previewer {

    private static final long LARGEST = 512L << 20;
    private static final int LOOKED = 4 << 20;
    private static final Pattern PAGES = Pattern.compile("/Type\\s*/Pages[^>]{0,400}?/Count\\s+(\\d{1,7})"
            + "|/Count\\s+(\\d{1,7})[^>]{0,400}?/Type\\s*/Pages");
    private static final Pattern TITLE = Pattern.compile("/Title\\s*\\(((?:[^()\\\\]|\\\\.){1,200})\\)");
    private static final Pattern PRODUCER = Pattern.compile("/Producer\\s*\\(((?:[^()\\\\]|\\\\.){1,200})\\)");

    @Override
    public Optional<Preview> look(Candidate candidate, Path file) throws IOException {
        if (!candidate.begins("%PDF-")) {
            return Optional.empty();
        }
        if (candidate.size() <= LARGEST) {
            try {
                PdfPages pages = PdfPages.of(file);
                if (pages.count() > 0) {
                    return Optional.of(new Preview.Drawing("PDF", pages));
                }
            } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError broken) {
                LoggerFactory.getLogger(PdfPreviewer.class).debug("{} could not be opened", file, broken);
            }
        }
        return Optional.of(facts(candidate));
    }

    private static Preview facts(Candidate candidate) throws IOException {
        Map<String, Fact> facts = new LinkedHashMap<>();
        String version = new String(candidate.head(), 5, Math.min(3, candidate.head().length - 5),
                StandardCharsets.ISO_8859_1);
        facts.put(Texts.get("preview.pdf.version"), Fact.of(version));
        String start = new String(candidate.blob().bytes(0, LOOKED), StandardCharsets.ISO_8859_1);
        String end = candidate.size() > LOOKED
                ? new String(candidate.blob().bytes(candidate.size() - LOOKED, LOOKED), StandardCharsets.ISO_8859_1)
                : "";
        long pages = 0;
        Matcher counts = PAGES.matcher(start + end);
        while (counts.find()) {
            String count = counts.group(1) == null ? counts.group(2) : counts.group(1);
            pages = Math.max(pages, Long.parseLong(count));
        }
        if (pages > 0) {
            facts.put(Texts.get("preview.pdf.pages"), Fact.of(pages));
        }
        say(TITLE, start + end, Texts.get("preview.pdf.title"), facts);
        say(PRODUCER, start + end, Texts.get("preview.pdf.producer"), facts);
        return new Preview.Facts(Texts.get("preview.pdf"), new Fact.Fields(facts));
    }

    private static void say(Pattern pattern, String text, String name, Map<String, Fact> facts) {
        Matcher found = pattern.matcher(text);
        if (found.find() && found.group(1).chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            facts.put(name, Fact.of(found.group(1)));
        }
    }
}
