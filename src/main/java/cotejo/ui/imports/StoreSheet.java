package cotejo.ui.imports;

import cotejo.importing.FoundStore;
import cotejo.text.Texts;
import cotejo.ui.Icons;
import cotejo.ui.Tip;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The stores found in what was dropped, to choose from. Not modal: the window goes on working beside it.
final class StoreSheet extends VBox {

    private final List<CheckBox> boxes = new ArrayList<>();
    private final List<FoundStore> stores;
    private final Button doImport = new Button();

    /// @param chosen told the stores to import; not called when the sheet is closed otherwise
    /// @param close  takes the sheet away
    StoreSheet(List<FoundStore> stores, Consumer<List<FoundStore>> chosen, Runnable close) {
        super(12);
        this.stores = stores;
        getStyleClass().addAll("floating-card", "store-sheet");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label head = new Label(Texts.get("shell.import.found", stores.size()));
        head.getStyleClass().add("card-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(head, gap, Icons.button("fth-x", Texts.get("shell.close"), close));
        top.setAlignment(Pos.CENTER_LEFT);
        VBox rows = new VBox(8);
        stores.forEach(store -> rows.getChildren().add(row(store)));
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(360);
        scroll.getStyleClass().add("edge-to-edge");
        Label promise = new Label(Texts.get("shell.drop.sense"));
        promise.getStyleClass().add("muted");
        doImport.setDefaultButton(true);
        doImport.getStyleClass().add("accent");
        doImport.setOnAction(event -> {
            List<FoundStore> wanted = chosen();
            close.run();
            chosen.accept(wanted);
        });
        Button cancel = new Button(Texts.get("shell.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> close.run());
        Region push = new Region();
        HBox.setHgrow(push, Priority.ALWAYS);
        HBox buttons = new HBox(8, promise, push, cancel, doImport);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(top, scroll, buttons);
        count();
    }

    private VBox row(FoundStore store) {
        String name = String.valueOf(store.file().getFileName());
        CheckBox box = new CheckBox(name);
        box.setMnemonicParsing(false);
        box.setSelected(true);
        box.selectedProperty().addListener((value, before, now) -> count());
        boxes.add(box);
        Label format = new Label(store.importer().label());
        format.getStyleClass().add("chip");
        HBox line = new HBox(8, box, format);
        line.setAlignment(Pos.CENTER_LEFT);
        Label path = new Label(store.display());
        path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Tip.on(path, store.display());
        Label evidence = new Label(store.claim().evidence());
        VBox facts = new VBox(path, evidence);
        facts.getStyleClass().addAll("muted", "store-facts");
        return new VBox(2, line, facts);
    }

    private List<FoundStore> chosen() {
        List<FoundStore> wanted = new ArrayList<>();
        for (int i = 0; i < stores.size(); i++) {
            if (boxes.get(i).isSelected()) {
                wanted.add(stores.get(i));
            }
        }
        return wanted;
    }

    private void count() {
        int wanted = chosen().size();
        doImport.setText(Texts.get("shell.import.button", wanted));
        doImport.setDisable(wanted == 0);
    }
}
