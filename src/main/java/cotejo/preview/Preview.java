package cotejo.preview;

import java.nio.file.Path;
import java.util.List;

/// What a file shows, as data. Drawing it is somebody else's affair.
public sealed interface Preview {

    /// A tabular file, which the room `dataset` reads where it is looked at.
    record Table(Path file) implements Preview {
    }

    /// Text, which is read where it is looked at, however long the file is.
    record Text(TextFile file, Language language) implements Preview {
    }

    /// A picture that can be decoded.
    ///
    /// @param format such as PNG
    record Image(Path file, String format, int width, int height) implements Preview {
    }

    /// Something that is drawn page by page.
    ///
    /// @param format such as PDF
    record Drawing(String format, Pages pages) implements Preview {
    }

    /// Something that is shown as what it means, or as the text it is written in.
    record Written(Preview meant, Text source) implements Preview {
    }

    /// Markdown that is short enough to be read whole.
    record Markdown(String text) implements Preview {
    }

    /// Things in things, as the members of an archive.
    record Tree(String title, List<Branch> branches, More cut) implements Preview {
    }

    /// What is known of a file whose content is not shown.
    record Facts(String title, Fact.Fields facts) implements Preview {
    }

    /// What a model contains.
    record Model(ModelFacts facts) implements Preview {
    }

    /// Bytes, sixteen a line.
    record Hex(Path file, long bytes) implements Preview {
    }

    /// Nothing can be shown; the sentence says why and what to do.
    record Refused(String sentence) implements Preview {
    }

    /// A member of a tree.
    ///
    /// @param bytes its size, or -1 for a folder
    record Branch(String name, long bytes, List<Branch> branches) {
    }

    /// Whether there is more than is shown.
    enum More {
        ALL_SHOWN,
        CUT
    }

    /// What a text is written in.
    enum Language {
        PLAIN,
        LOG,
        JSON,
        YAML,
        MARKDOWN,
        HTML,
        SVG,
        CODE
    }
}
