package cotejo.ui.compare;

import cotejo.compare.Comparison;
import cotejo.compare.KeyWords;
import cotejo.compare.Row;
import cotejo.compare.Section;
import cotejo.compare.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Makes lines of a comparison: sections, dotted keys as a tree, parts below their rows.
///
/// @param shown    what to show
/// @param search   only rows whose key or value has this, in any case; empty for all
/// @param folded   paths that were folded or, of rows with parts, unfolded
record PageLines(Comparison shown, Comparison whole, String search, Set<String> folded) {

    List<PageLine> lines() {
        List<PageLine> lines = new ArrayList<>();
        for (Section section : shown.sections()) {
            List<Row> rows = section.rows().stream().filter(this::found).toList();
            if (rows.isEmpty()) {
                continue;
            }
            boolean open = !folded.contains(section.kind().id());
            List<Row> all = whole.rows(section.kind());
            lines.add(new PageLine.Title(section.kind(), rows.size(), all.stream().filter(Row::differs).count(),
                    all.size(), open));
            if (open) {
                boolean dotted = section.kind() == Section.Kind.PARAMS || section.kind() == Section.Kind.TAGS;
                if (dotted) {
                    tree(rows).write(section.kind(), "", 0, lines, this);
                } else {
                    rows.forEach(row -> add(section.kind(), row, KeyWords.row(section.kind(), row.key()), 0, lines));
                }
            }
        }
        return lines;
    }

    private boolean found(Row row) {
        if (search.isBlank()) {
            return true;
        }
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        return has(row.key(), wanted) || row.values().stream()
                .anyMatch(value -> value instanceof Value.Text(String text) && has(text, wanted))
                || row.parts().stream().anyMatch(this::found);
    }

    private static boolean has(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private void add(Section.Kind kind, Row row, String label, int depth, List<PageLine> lines) {
        String path = kind.id() + "/" + row.key();
        boolean foldable = !row.parts().isEmpty();
        // Structures say nothing while closed; statistics of metrics wait until asked for.
        boolean openAtFirst = kind == Section.Kind.PARAMS || kind == Section.Kind.TAGS;
        boolean open = foldable && openAtFirst != folded.contains(path);
        lines.add(new PageLine.Values(kind, path, label, depth, row, foldable, open));
        if (open) {
            for (Row part : row.parts()) {
                lines.add(new PageLine.Values(kind, path + "/" + part.key(), KeyWords.part(kind, part.key()), depth + 1,
                        part, false, false));
            }
        }
    }

    private static Node tree(List<Row> rows) {
        Node root = new Node();
        for (Row row : rows) {
            Node at = root;
            String[] names = row.key().startsWith("mlflow.") ? new String[] {row.key()} : row.key().split("\\.");
            for (int i = 0; i < names.length - 1; i++) {
                at = at.children.computeIfAbsent(names[i], any -> new Node());
            }
            String last = names.length == 0 ? row.key() : names[names.length - 1];
            at.children.computeIfAbsent("\0" + last, any -> new Node()).rows.add(row);
        }
        return root;
    }

    /// A part of dotted keys, with the rows that end here.
    private static final class Node {
        private final Map<String, Node> children = new LinkedHashMap<>();
        private final List<Row> rows = new ArrayList<>();

        int size() {
            return rows.size() + children.values().stream().mapToInt(Node::size).sum();
        }

        void write(Section.Kind kind, String prefix, int depth, List<PageLine> lines, PageLines page) {
            for (Map.Entry<String, Node> child : children.entrySet()) {
                Node node = child.getValue();
                String name = child.getKey().replace("\0", "");
                String path = prefix.isEmpty() ? name : prefix + "." + name;
                if (child.getKey().startsWith("\0") || node.size() == 1) {
                    node.leaves(kind, prefix, depth, lines, page);
                } else {
                    boolean open = !page.folded.contains(kind.id() + ":" + path);
                    lines.add(new PageLine.Branch(kind.id() + ":" + path, name, depth, node.size(), open));
                    if (open) {
                        node.write(kind, path, depth + 1, lines, page);
                    }
                }
            }
        }

        /// A branch with one row in it is no branch.
        private void leaves(Section.Kind kind, String prefix, int depth, List<PageLine> lines, PageLines page) {
            for (Row row : rows) {
                page.add(kind, row, prefix.isEmpty() ? row.key() : row.key().substring(prefix.length() + 1), depth,
                        lines);
            }
            children.values().forEach(child -> child.leaves(kind, prefix, depth, lines, page));
        }
    }
}
