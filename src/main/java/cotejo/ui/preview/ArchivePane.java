package cotejo.ui.preview;

import cotejo.preview.Preview;
import cotejo.text.Figures;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The members of an archive.
final class ArchivePane extends BorderPane {

    private static final int OPEN = 40;

    ArchivePane(Preview.Tree tree) {
        TreeItem<Preview.Branch> top = item(new Preview.Branch("", -1, tree.branches()));
        top.setExpanded(true);
        TreeView<Preview.Branch> view = new TreeView<>(top);
        view.setShowRoot(false);
        view.setFixedCellSize(26);
        view.getStyleClass().addAll("preview-tree", "edge-to-edge");
        view.setCellFactory(list -> new MemberCell());
        view.setAccessibleText(tree.title());
        Label title = new Label(tree.title());
        title.getStyleClass().addAll("text-muted", "text-small", "preview-bar");
        setCenter(view);
        setBottom(title);
    }

    private static TreeItem<Preview.Branch> item(Preview.Branch branch) {
        TreeItem<Preview.Branch> item = new TreeItem<>(branch);
        List<Preview.Branch> inner = branch.branches();
        inner.forEach(child -> item.getChildren().add(item(child)));
        item.setExpanded(inner.size() <= OPEN);
        return item;
    }

    /// A member with its size to the right.
    private static final class MemberCell extends TreeCell<Preview.Branch> {
        @Override
        protected void updateItem(Preview.Branch branch, boolean empty) {
            super.updateItem(branch, empty);
            if (empty || branch == null) {
                setGraphic(null);
                return;
            }
            Label name = new Label(branch.name(), new FontIcon(branch.bytes() < 0 ? "fth-folder" : "fth-file"));
            name.setMaxWidth(Double.MAX_VALUE);
            name.setMinWidth(0);
            HBox.setHgrow(name, Priority.ALWAYS);
            Label size = new Label(branch.bytes() < 0 ? "" : Figures.bytes(branch.bytes()));
            size.getStyleClass().addAll("text-muted", "numeric");
            size.setMinWidth(Region.USE_PREF_SIZE);
            HBox box = new HBox(8, name, size);
            box.setAlignment(Pos.CENTER_LEFT);
            setGraphic(box);
        }
    }
}
