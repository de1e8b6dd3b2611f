package cotejo.ui.curves;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import cotejo.chart.PanelSpec;
import cotejo.text.Texts;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The one popover of the board: the options of all charts, those of one panel, or a panel to be added.
final class PanelSheet implements AutoCloseable {

    private static final double WIDTH = 380;
    private static final double TALLEST = 560;

    private final CurvesViewModel model;
    private final Popover popover = new Popover();

    PanelSheet(CurvesViewModel model) {
        this.model = model;
        popover.setDetachable(false);
        popover.setArrowSize(0);
        popover.setHeaderAlwaysVisible(false);
    }

    private void show(Node owner, String title, Node content) {
        Label heading = new Label(title);
        heading.getStyleClass().addAll("curve-sheet-title");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(TALLEST);
        scroll.getStyleClass().add("curve-scroll");
        VBox sheet = new VBox(10, heading, scroll);
        sheet.getStyleClass().add("curve-sheet");
        sheet.getStylesheets().add(CurvesPane.stylesheet());
        sheet.setPrefWidth(WIDTH);
        popover.hide();
        popover.setContentNode(sheet);
        popover.setArrowLocation(owner instanceof Button ? Popover.ArrowLocation.TOP_RIGHT
                : Popover.ArrowLocation.LEFT_TOP);
        popover.show(owner);
    }

    /// The options of all charts.
    void options(Node owner) {
        show(owner, Texts.get("curves.options"), boardForm());
    }

    Node boardForm() {
        LookForm look = new LookForm(model, model::look, model::choose);
        ChoiceBox<PanelSize> size = Choices.box(List.of(PanelSize.values()), Notes::name, model.setup().get().size(),
                Texts.get("curves.size"), value -> model.change(setup -> setup.withSize(value)));
        size.setMaxWidth(Double.MAX_VALUE);
        CheckBox together = new CheckBox(Texts.get("curves.look.zoom"));
        together.setSelected(model.look().is(Look.ZOOM, Look.SHARED));
        together.setOnAction(event -> model.choose(Look.ZOOM, together.isSelected() ? Look.SHARED : ""));
        Button reset = new Button(Texts.get("curves.options.reset"));
        reset.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        reset.disableProperty().bind(model.setup().map(setup -> !setup.arranged()));
        reset.setOnAction(event -> model.actions().arrangeByItself());
        look.foot("curves.look.board", List.of(size, together, reset));
        return look;
    }

    /// What one panel shows and how.
    void open(Tile tile, Node owner) {
        show(owner, tile.title(), panelForm(tile));
    }

    Node panelForm(Tile tile) {
        String id = tile.id();
        VBox form = new VBox(12, new PanelForm(model, tile.spec(), spec -> model.actions().change(spec)));
        if (tile.spec().kind() == PanelSpec.Kind.LINE) {
            Label own = new Label(Texts.get("curves.form.own"));
            own.getStyleClass().add("curve-notes");
            own.setWrapText(true);
            Label limits = new Label(Texts.get("curves.form.limits"));
            limits.getStyleClass().add("curve-form-heading");
            form.getChildren().addAll(limits, PanelForm.limits(model.setup().get().limits()
                    .getOrDefault(id, Limits.NONE), model.look().of(tile.spec()).axis(),
                    wanted -> model.actions().limit(tile, wanted)), own,
                    new LookForm(model, () -> model.look().of(spec(tile)), (option, value) ->
                            model.actions().change(spec(tile).with(option, value))));
        }
        return form;
    }

    /// The panel as it is now, which the form may have changed since it opened.
    private PanelSpec spec(Tile tile) {
        PanelSpec changed = model.setup().get().panel(tile.id());
        return changed == null ? tile.spec() : changed;
    }

    /// A panel to be added.
    void add(Node owner) {
        show(owner, Texts.get("curves.add"), addForm());
    }

    Node addForm() {
        BorderPane holder = new BorderPane();
        Button done = new Button(Texts.get("curves.add.done"));
        done.getStyleClass().add(Styles.ACCENT);
        PanelSpec[] wanted = {new PanelSpec("", PanelSpec.Kind.LINE, "", Map.of())};
        done.setOnAction(event -> {
            PanelSpec spec = wanted[0];
            model.actions().add(spec);
            popover.hide();
        });
        ChoiceBox<PanelSpec.Kind> kind = Choices.box(List.of(PanelSpec.Kind.LINE), PanelSheet::name,
                PanelSpec.Kind.LINE, Texts.get("curves.add.kind"), value -> fill(holder, wanted, value));
        kind.setMaxWidth(Double.MAX_VALUE);
        fill(holder, wanted, PanelSpec.Kind.LINE);
        HBox foot = new HBox(done);
        foot.setAlignment(Pos.CENTER_RIGHT);
        return new VBox(10, kind, holder, foot);
    }

    private void fill(BorderPane holder, PanelSpec[] wanted, PanelSpec.Kind kind) {
        wanted[0] = new PanelSpec("", kind, "", Map.of());
        holder.setCenter(new PanelForm(model, wanted[0], spec -> wanted[0] = spec));
    }

    static String name(PanelSpec.Kind kind) {
        // texts: curves.kind.*
        return Texts.get("curves.kind." + kind.name());
    }

    @Override
    public void close() {
        popover.hide();
    }
}
