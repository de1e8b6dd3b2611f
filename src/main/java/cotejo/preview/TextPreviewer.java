package cotejo.preview;

import cotejo.preview.Preview.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// Texts of any kind and any length. Of Markdown and SVG also what they mean.
final class TextPreviewer implements Previewer {

    private static final int LONGEST_MARKDOWN = 256 << 10;

    @Override
    public Optional<Preview> look(Candidate candidate, Path file) throws IOException {
        if (!TextFile.looksLikeText(candidate.head())) {
            return Optional.empty();
        }
        Preview.Text text = text(candidate, file);
        Optional<Preview> meant = switch (text.language()) {
            case MARKDOWN -> markdown(candidate);
            case SVG -> SvgPages.of(candidate.blob()).map(pages -> new Preview.Drawing("SVG", pages));
            case PLAIN, LOG, JSON, YAML, HTML, CODE -> Optional.empty();
        };
        return Optional.of(meant.<Preview>map(what -> new Preview.Written(what, text)).orElse(text));
    }

    static Preview.Text text(Candidate candidate, Path file) {
        return new Preview.Text(TextFile.of(file, candidate.head(), candidate.size()), language(candidate));
    }

    private static Optional<Preview> markdown(Candidate candidate) throws IOException {
        if (candidate.size() > LONGEST_MARKDOWN) {
            return Optional.empty();
        }
        byte[] bytes = candidate.blob().bytes(0, (int) candidate.size());
        return Optional.of(new Preview.Markdown(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static Language language(Candidate candidate) {
        String text = candidate.text();
        if (text.startsWith("<svg") || text.startsWith("<") && text.contains("<svg") && !isHtml(text)) {
            return Language.SVG;
        }
        if (isHtml(text)) {
            return Language.HTML;
        }
        if (candidate.named(".json", ".jsonl", ".ipynb") || text.startsWith("{\"") || text.startsWith("[{")) {
            return Language.JSON;
        }
        if (candidate.named(".yaml", ".yml", "mlmodel")) {
            return Language.YAML;
        }
        if (candidate.named(".md", ".markdown")) {
            return Language.MARKDOWN;
        }
        if (candidate.named(".log", ".out", ".err")) {
            return Language.LOG;
        }
        return candidate.named(".py", ".r", ".jl", ".sh", ".java", ".c", ".cpp", ".js", ".toml", ".sql")
                ? Language.CODE : Language.PLAIN;
    }

    private static boolean isHtml(String text) {
        String start = text.substring(0, Math.min(256, text.length())).toLowerCase(java.util.Locale.ROOT);
        return start.startsWith("<!doctype html") || start.contains("<html");
    }
}
