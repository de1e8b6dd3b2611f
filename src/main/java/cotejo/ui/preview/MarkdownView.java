package cotejo.ui.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/// Shows Markdown as text: headings, lists, tables, code, emphasis. Nothing in it is fetched, opened or run; HTML and
/// the addresses of links and pictures are shown as they are written.
public final class MarkdownView extends VBox {

    private static final int DEPTH = 30;
    private static final int LINE = 400;
    private static final Pattern MARKS = Pattern.compile("[*_`#>\\[<&\\\\~+-]|^\\d+[.)]");
    private static final int MOST_CELLS = 4000;
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(DEPTH).build();

    public MarkdownView(String markdown) {
        getStyleClass().add("markdown");
        setSpacing(6);
        getChildren().setAll(blocks(PARSER.parse(markdown)));
    }

    /// The first line of Markdown in plain words, for where there is room for one line only.
    public static String firstLine(String markdown) {
        String line = markdown.strip().lines().findFirst().orElse("");
        String some = line.length() > LINE ? line.substring(0, LINE) : line;
        if (!MARKS.matcher(some).find()) {
            return some;
        }
        StringBuilder words = new StringBuilder();
        words(PARSER.parse(some), words);
        return words.toString().strip();
    }

    private static void words(org.commonmark.node.Node parent, StringBuilder words) {
        for (org.commonmark.node.Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case org.commonmark.node.Text text -> words.append(text.getLiteral());
                case Code code -> words.append(code.getLiteral());
                case HtmlInline html -> words.append(html.getLiteral());
                case HtmlBlock html -> words.append(html.getLiteral());
                case FencedCodeBlock code -> words.append(code.getInfo());
                default -> words(child, words);
            }
        }
    }

    private static List<Node> blocks(org.commonmark.node.Node parent) {
        List<Node> nodes = new ArrayList<>();
        int number = 1;
        for (org.commonmark.node.Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case Heading heading ->
                    nodes.add(inline(heading, "markdown-heading-" + Math.min(3, heading.getLevel())));
                case Paragraph paragraph -> nodes.add(inline(paragraph, "markdown-text"));
                case BulletList list -> nodes.addAll(blocks(list));
                case OrderedList list -> nodes.addAll(blocks(list));
                case org.commonmark.node.ListItem item -> nodes.add(item(item, parent instanceof OrderedList
                        ? number++ + "." : "•"));
                case FencedCodeBlock code -> nodes.add(code(code.getLiteral()));
                case IndentedCodeBlock code -> nodes.add(code(code.getLiteral()));
                case HtmlBlock html -> nodes.add(code(html.getLiteral()));
                case BlockQuote quote -> nodes.add(indented(blocks(quote)));
                case TableBlock table -> nodes.add(table(table));
                case ThematicBreak _ -> nodes.add(new javafx.scene.control.Separator());
                default -> nodes.addAll(blocks(child));
            }
        }
        return nodes;
    }

    private static Node item(org.commonmark.node.Node item, String mark) {
        Label label = new Label(mark);
        label.setMinWidth(18);
        VBox body = new VBox(2, blocks(item).toArray(Node[]::new));
        HBox.setHgrow(body, Priority.ALWAYS);
        return new HBox(label, body);
    }

    private static Node indented(List<Node> nodes) {
        VBox box = new VBox(4, nodes.toArray(Node[]::new));
        box.setPadding(new Insets(0, 0, 0, 12));
        box.getStyleClass().add("markdown-quote");
        return box;
    }

    /// A table, whose columns take as much room as they need while there is that much.
    private static Node table(TableBlock table) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("markdown-table");
        int row = 0;
        int cells = 0;
        for (TableRow line : rows(table)) {
            int column = 0;
            for (org.commonmark.node.Node cell = line.getFirstChild(); cell != null && cells < MOST_CELLS;
                    cell = cell.getNext()) {
                grid.add(cell((TableCell) cell), column++, row);
                cells++;
            }
            row++;
        }
        for (int at = 0; at < grid.getColumnCount(); at++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setHgrow(Priority.SOMETIMES);
            grid.getColumnConstraints().add(width);
        }
        grid.setMaxWidth(USE_PREF_SIZE);
        return grid;
    }

    private static List<TableRow> rows(org.commonmark.node.Node parent) {
        List<TableRow> rows = new ArrayList<>();
        for (org.commonmark.node.Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof TableRow row) {
                rows.add(row);
            } else {
                rows.addAll(rows(child));
            }
        }
        return rows;
    }

    private static Node cell(TableCell cell) {
        TextFlow flow = inline(cell, cell.isHeader() ? "markdown-head-cell" : "markdown-cell");
        TableCell.Alignment side = cell.getAlignment();
        flow.setTextAlignment(side == TableCell.Alignment.RIGHT ? TextAlignment.RIGHT
                : side == TableCell.Alignment.CENTER ? TextAlignment.CENTER : TextAlignment.LEFT);
        return flow;
    }

    private static Node code(String literal) {
        Label label = new Label(literal.stripTrailing());
        label.getStyleClass().add("markdown-code-block");
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static TextFlow inline(org.commonmark.node.Node block, String styleClass) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add(styleClass);
        addInline(flow, block, List.of());
        return flow;
    }

    private static void addInline(TextFlow flow, org.commonmark.node.Node parent, List<String> styles) {
        for (org.commonmark.node.Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case org.commonmark.node.Text text -> flow.getChildren().add(text(text.getLiteral(), styles));
                case Code code -> flow.getChildren().add(text(code.getLiteral(), plus(styles, "markdown-code")));
                case HtmlInline html -> flow.getChildren().add(text(html.getLiteral(), plus(styles, "markdown-code")));
                case SoftLineBreak _ -> flow.getChildren().add(text(" ", styles));
                case HardLineBreak _ -> flow.getChildren().add(text("\n", styles));
                case StrongEmphasis _ -> addInline(flow, child, plus(styles, "markdown-strong"));
                case Emphasis _ -> addInline(flow, child, plus(styles, "markdown-emphasis"));
                case Link link -> {
                    addInline(flow, child, plus(styles, "markdown-link"));
                    flow.getChildren().add(text(" (" + link.getDestination() + ")", plus(styles, "markdown-address")));
                }
                case Image image -> {
                    addInline(flow, child, plus(styles, "markdown-emphasis"));
                    flow.getChildren().add(text(" (" + image.getDestination() + ")", plus(styles, "markdown-address")));
                }
                default -> addInline(flow, child, styles);
            }
        }
    }

    private static List<String> plus(List<String> styles, String more) {
        List<String> all = new ArrayList<>(styles);
        all.add(more);
        return all;
    }

    private static Text text(String literal, List<String> styles) {
        Text text = new Text(literal);
        text.getStyleClass().add("markdown-run");
        text.getStyleClass().addAll(styles);
        return text;
    }
}
