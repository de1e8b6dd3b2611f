package cotejo.ui.compare;

import cotejo.compare.TableJoin;
import cotejo.text.Texts;
import java.util.concurrent.Executor;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/// Two tables joined: the rows that differ.
final class TablesView extends BorderPane {

    TablesView(TableJoin join, Executor front) {
        String by = join.key().isEmpty() ? Texts.get("compare.join.byNumber")
                : Texts.get("compare.join.by", join.key());
        Label note = new Label(Texts.get("compare.join.differ", join.differing(), join.lines().size()) + " " + by
                + (join.cut() ? " " + Texts.get("compare.join.cut", TableJoin.MOST) : ""));
        note.getStyleClass().add("muted");
        HBox row = new HBox(note);
        row.getStyleClass().add("compare-subtools");
        setTop(row);
        JoinSheet sheet = new JoinSheet(join);
        Matrix matrix = new Matrix(sheet, front);
        matrix.show(sheet);
        setCenter(matrix);
    }
}
