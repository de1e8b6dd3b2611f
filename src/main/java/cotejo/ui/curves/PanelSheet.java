package cotejo.ui.curves;

import atlantafx.base.theme.Styles;
import cotejo.chart.PanelSpec;
import cotejo.chart.XMode;
import cotejo.chart.YScale;
import cotejo.chart.plot.PlotKinds;
import cotejo.chart.plot.ZoomAxes;
import cotejo.text.Texts;
import cotejo.ui.link.Limits;
import cotejo.ui.plots.PlotPanels;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The one sheet beside the board: the options of all charts, those of one panel, or a panel to be added. Esc closes
/// it.
final class PanelSheet extends VBox implements AutoCloseable, PanelMenu.Editing {

    private static final double WIDTH = 380;

    private final CurvesViewModel model;
    private final Supplier<Pane> host;
    private final Label heading = new Label();
    private final ScrollPane scroll = new ScrollPane();
    private @Nullable Node before;

    /// @param host where it lies on top of everything
    PanelSheet(CurvesViewModel model, Supplier<Pane> host) {
        super(10);
        this.model = model;
        this.host = host;
        getStyleClass().addAll("curves", "curve-sheet");
        getStylesheets().add(CurvesPane.stylesheet());
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        StackPane.setAlignment(this, Pos.TOP_RIGHT);
        heading.getStyleClass().add("curve-sheet-title");
        Button leave = new Button("", new FontIcon("fth-x"));
        leave.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        leave.setAccessibleText(Texts.get("curves.sheet.close"));
        leave.setOnAction(event -> close());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(heading, gap, leave);
        head.setAlignment(Pos.CENTER_LEFT);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("curve-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    private void show(String title, Node content) {
        close();
        heading.setText(title);
        scroll.setContent(content);
        scroll.setVvalue(0);
        Pane over = host.get();
        before = over.getScene() == null ? null : over.getScene().getFocusOwner();
        over.getChildren().add(this);
        requestFocus();
        scroll.requestFocus();
    }

    /// The options of all charts.
    void options() {
        show(Texts.get("curves.options"), boardForm());
    }

    Node boardForm() {
        LookForm look = new LookForm(model, model::look, model::choose);
        ChoiceBox<PanelSize> size = Choices.box(List.of(PanelSize.values()), Notes::name, model.setup().get().size(),
                Texts.get("curves.size"), value -> model.change(setup -> setup.withSize(value)));
        size.setMaxWidth(Double.MAX_VALUE);
        CheckBox together = new CheckBox(Texts.get("curves.look.zoom"));
        together.setSelected(model.look().is(Look.ZOOM, Look.SHARED));
        together.setOnAction(event -> model.actions().zoomTogether(together.isSelected()));
        Button reset = new Button(Texts.get("curves.options.reset"));
        reset.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        reset.disableProperty().bind(model.setup().map(setup -> !setup.arranged()));
        reset.setOnAction(event -> model.actions().arrangeByItself());
        look.foot("curves.look.board", List.of(size, together, reset));
        return look;
    }

    @Override
    public void values(Tile tile, double x) {
        show(Texts.get("curves.values.of", tile.title()), new PinnedValues(model, tile, x));
    }

    @Override
    public void figure(PanelView panel, Figures figures) {
        show(Texts.get("curves.panel.figure"), new FigureForm(figures, panel, this::close));
    }

    @Override
    public void open(Tile tile) {
        show(tile.title(), panelForm(tile));
    }

    Node panelForm(Tile tile) {
        VBox form = new VBox(12, new PanelForm(model, () -> spec(tile), spec -> model.actions().change(spec)));
        Set<ZoomAxes.Role> roles = PlotKinds.ends(tile.spec().kind());
        if (!roles.isEmpty()) {
            Label limits = new Label(Texts.get("curves.form.limits"));
            limits.getStyleClass().add("curve-form-heading");
            form.getChildren().addAll(limits, new LimitsForm(model.setup().map(setup -> model.actions().limits(tile,
                    setup)), () -> axis(tile), role -> log(tile, role), roles,
                    wanted -> model.actions().limit(tile, wanted)));
        }
        if (tile.spec().kind() == PanelSpec.Kind.LINE) {
            Label own = new Label(Texts.get("curves.form.own"));
            own.getStyleClass().add("curve-notes");
            own.setWrapText(true);
            form.getChildren().addAll(own, new LookForm(model, () -> model.look().of(spec(tile)), (option, value) ->
                    model.actions().change(spec(tile).with(option, model.look().own(option, value)))));
        }
        return form;
    }

    /// What stands along the axes of a panel.
    private String axis(Tile tile) {
        return tile.spec().kind() == PanelSpec.Kind.LINE ? model.look().of(spec(tile)).axis()
                : PlotPanels.axes(spec(tile));
    }

    /// Whether somebody asked for an axis that has no place for 0 and below.
    private boolean log(Tile tile, ZoomAxes.Role role) {
        String option = role == ZoomAxes.Role.X ? Look.X_SCALE : Look.Y_SCALE;
        if (tile.spec().kind() != PanelSpec.Kind.LINE) {
            return spec(tile).option(option, "").equals(YScale.LOG.name());
        }
        Look look = model.look().of(spec(tile));
        return look.is(option, YScale.LOG.name())
                && !(role == ZoomAxes.Role.X && look.axis().equals(XMode.WALL.name()));
    }

    /// The panel as it is now, which the form may have changed since it opened.
    private PanelSpec spec(Tile tile) {
        PanelSpec changed = model.setup().get().panel(tile.id());
        return changed == null ? tile.spec() : changed;
    }

    /// A panel to be added.
    void add() {
        show(Texts.get("curves.add"), addForm());
    }

    Node addForm() {
        BorderPane holder = new BorderPane();
        Button done = new Button(Texts.get("curves.add.done"));
        done.getStyleClass().add(Styles.ACCENT);
        PanelSpec[] wanted = {new PanelSpec("", PanelSpec.Kind.LINE, "", Map.of())};
        done.setOnAction(event -> {
            PanelSpec spec = wanted[0];
            model.actions().add(spec);
            close();
        });
        ChoiceBox<PanelSpec.Kind> kind = Choices.box(List.of(PanelSpec.Kind.values()), PlotKinds::label,
                PanelSpec.Kind.LINE, Texts.get("curves.add.kind"), value -> fill(holder, wanted, value));
        kind.setMaxWidth(Double.MAX_VALUE);
        fill(holder, wanted, PanelSpec.Kind.LINE);
        HBox foot = new HBox(done);
        foot.setAlignment(Pos.CENTER_RIGHT);
        return new VBox(10, kind, holder, foot);
    }

    private void fill(BorderPane holder, PanelSpec[] wanted, PanelSpec.Kind kind) {
        wanted[0] = new PanelSpec("", kind, "", Map.of());
        holder.setCenter(new PanelForm(model, () -> wanted[0], spec -> wanted[0] = spec));
    }

    @Override
    public void close() {
        if (getParent() instanceof Pane over) {
            over.getChildren().remove(this);
            scroll.setContent(null);
            if (before != null) {
                before.requestFocus();
                before = null;
            }
        }
    }
}
