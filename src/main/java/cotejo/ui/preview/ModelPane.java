package cotejo.ui.preview;

import cotejo.model.Problem;
import cotejo.preview.CodeName;
import cotejo.preview.Execution;
import cotejo.preview.Fact;
import cotejo.preview.ModelFacts;
import cotejo.preview.Signature;
import cotejo.preview.Tensor;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a model contains: format, verdict on what loading it would run, definition, tensors, signature, dependencies.
final class ModelPane extends ScrollPane {

    private static final int IMPORTS = 200;
    private static final double ROW = 26;
    private static final double HEAD = 52;

    ModelPane(ModelFacts facts) {
        VBox box = new VBox(16);
        box.getStyleClass().add("preview-facts");
        box.getChildren().add(head(facts));
        problems(facts, box);
        // What is alarming stands first; what is known, last.
        if (!facts.execution().calm()) {
            imports(facts, box);
        }
        section("preview.model.definition", facts.definition(), box);
        if (facts.parameters().total() > 0) {
            box.getChildren().add(titled("preview.model.tensors", Figures.count(facts.parameters().total()),
                    tensors(facts.parameters().tensors())));
        }
        ports("preview.model.inputs", facts.signature().inputs(), box);
        ports("preview.model.outputs", facts.signature().outputs(), box);
        if (!facts.dependencies().isEmpty()) {
            Label list = new Label(String.join("\n", facts.dependencies()));
            list.getStyleClass().add("preview-mono");
            box.getChildren().add(titled("preview.model.dependencies", Figures.count(facts.dependencies().size()),
                    list));
        }
        section("preview.model.metadata", facts.metadata(), box);
        if (facts.execution().calm()) {
            imports(facts, box);
        }
        setContent(box);
        setFitToWidth(true);
        getStyleClass().add("edge-to-edge");
    }

    private static Node head(ModelFacts facts) {
        Label format = new Label(facts.format());
        format.getStyleClass().add("title-4");
        List<String> parts = new ArrayList<>();
        parts.add(facts.framework());
        parts.add(Figures.bytes(facts.bytes()));
        if (facts.parameters().count() >= 0) {
            parts.add(Texts.get("preview.model.count", Figures.count(facts.parameters().count())));
        }
        Label more = new Label(String.join(" · ", parts.stream().filter(part -> !part.isBlank()).toList()));
        more.getStyleClass().add("text-muted");
        more.setWrapText(true);
        FlowPane line = new FlowPane(12, 6, format, verdict(facts.execution()));
        return new VBox(4, line, more);
    }

    /// The verdict by word, sign and colour; never the word "safe".
    static Label verdict(Execution execution) {
        // texts: preview.execution.*
        Label label = new Label(Texts.get("preview.execution." + execution.id()), new FontIcon(switch (execution) {
            case NONE -> "fth-file-text";
            case KNOWN_CONSTRUCTORS -> "fth-list";
            case UNKNOWN_IMPORTS -> "fth-help-circle";
            case NOT_FULLY_PARSED -> "fth-alert-circle";
            case DANGEROUS_IMPORTS -> "fth-alert-triangle";
        }));
        label.getStyleClass().addAll("preview-verdict", "preview-verdict-" + execution.id());
        return label;
    }

    private static Node titled(String key, String count, Node content) {
        Label title = new Label(Texts.get(key));
        title.getStyleClass().add("preview-title");
        Label number = new Label(count);
        number.getStyleClass().addAll("text-muted", "text-small");
        FlowPane head = new FlowPane(8, 0, title, number);
        return new VBox(6, head, content);
    }

    private static void section(String key, Fact.Fields fields, VBox box) {
        if (!fields.fields().isEmpty()) {
            GridPane grid = FactsPane.grid();
            FactsPane.rows(fields, grid, 0);
            box.getChildren().add(titled(key, "", grid));
        }
    }

    private static void problems(ModelFacts facts, VBox box) {
        for (Problem problem : facts.problems().stream().limit(20).toList()) {
            Label label = new Label(problem.message(), new FontIcon("fth-alert-circle"));
            label.setWrapText(true);
            label.getStyleClass().add("preview-problem");
            box.getChildren().add(label);
        }
    }

    private static void imports(ModelFacts facts, VBox box) {
        if (facts.imports().isEmpty()) {
            return;
        }
        GridPane grid = FactsPane.grid();
        grid.getColumnConstraints().getFirst().setPercentWidth(75);
        for (CodeName code : facts.imports().stream().limit(IMPORTS).toList()) {
            Label name = new Label(code.name());
            name.getStyleClass().add("preview-mono");
            name.setWrapText(true);
            // texts: preview.verdict.*
            Label verdict = new Label(Texts.get("preview.verdict." + code.verdict().id()));
            verdict.getStyleClass().addAll("text-small", "preview-import-" + code.verdict().id());
            grid.addRow(grid.getRowCount(), name, verdict);
        }
        box.getChildren().add(titled("preview.model.imports", Figures.count(facts.imports().size()), grid));
    }

    private static void ports(String key, List<Signature.Port> ports, VBox box) {
        if (ports.isEmpty()) {
            return;
        }
        GridPane grid = FactsPane.grid();
        for (Signature.Port port : ports.stream().limit(IMPORTS).toList()) {
            String shape = port.shape().isEmpty() ? "" : " [" + String.join(", ", port.shape()) + "]";
            FactsPane.row(port.name().isEmpty() ? "–" : port.name(), port.type() + shape, grid, 0);
        }
        box.getChildren().add(titled(key, Figures.count(ports.size()), grid));
    }

    private static Node tensors(List<Tensor> tensors) {
        TableView<Tensor> table = new TableView<>();
        table.getItems().setAll(tensors);
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        double rows = Math.clamp(tensors.size(), 1, 12);
        table.setPrefHeight(rows * ROW + HEAD);
        table.setMinHeight(rows * ROW + HEAD);
        table.getColumns().add(column("preview.model.name", Tensor::name, ""));
        table.getColumns().add(column("preview.model.dtype", Tensor::dtype, ""));
        table.getColumns().add(column("preview.model.shape", Tensor::shapeText, "numeric"));
        table.getColumns().add(column("preview.model.numbers", tensor -> Figures.count(tensor.count()), "numeric"));
        table.getColumns().getFirst().setPrefWidth(200);
        table.getColumns().get(2).setPrefWidth(128);
        table.setAccessibleText(Texts.get("preview.model.tensors"));
        return table;
    }

    private static TableColumn<Tensor, String> column(String key, java.util.function.Function<Tensor, String> value,
            String style) {
        TableColumn<Tensor, String> column = new TableColumn<>(Texts.get(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setSortable(false);
        if (!style.isEmpty()) {
            column.setCellFactory(list -> {
                TableCell<Tensor, String> cell = new TextCell();
                cell.getStyleClass().add(style);
                return cell;
            });
            column.getStyleClass().add("number-column");
        }
        return column;
    }

    private static final class TextCell extends TableCell<Tensor, String> {
        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
        }
    }
}
