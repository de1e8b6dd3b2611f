package cotejo.ui.compare;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import cotejo.compare.Comparison;
import cotejo.compare.Tolerance;
import cotejo.export.ComparisonFigures;
import cotejo.export.ComparisonText;
import cotejo.export.FreshFile;
import cotejo.settings.Comparing;
import cotejo.text.Texts;
import cotejo.ui.ShowEvent;
import cotejo.ui.Tip;
import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import cotejo.work.Progress;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The row of tools: which page, what is shown on it, what counts as a difference, and where it can go.
final class CompareTools extends HBox {

    private static final double ROOMY = 1060;
    private static final List<String> USUAL = List.of("_*", "*path*", "seed", "*time*", "*uuid*");

    private final CompareViewModel model;
    private final ToggleGroup pages = new ToggleGroup();
    private final TextField search = new TextField();
    private final Popover popover = new Popover();
    private final List<Node> ofValues;
    private final MenuButton datasets = new MenuButton(Texts.get("compare.datasets"), new FontIcon("fth-grid"));

    /// @param lead shows something in another panel
    CompareTools(CompareViewModel model, Consumer<Page> turn, Consumer<ShowEvent.What> lead) {
        super(6);
        this.model = model;
        getStyleClass().add("compare-tools");
        setAlignment(Pos.CENTER_LEFT);
        popover.setDetachable(false);
        popover.setArrowSize(0);
        HBox choice = new HBox();
        choice.setAlignment(Pos.CENTER_LEFT);
        for (Page page : Page.values()) {
            // texts: compare.page.*
            String text = Texts.get("compare.page." + page.name().toLowerCase(Locale.ROOT));
            ToggleButton one = new ToggleButton(text, new FontIcon(page.icon()));
            one.setToggleGroup(pages);
            one.setUserData(page);
            one.setMinWidth(Region.USE_PREF_SIZE);
            one.getStyleClass().addAll(Styles.SMALL, page == Page.VALUES ? Styles.LEFT_PILL
                    : page == Page.REAL ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            one.setOnAction(event -> {
                one.setSelected(true);
                turn.accept(page);
            });
            choice.getChildren().add(one);
        }
        ToggleButton only = toggle("compare.only", "fth-filter");
        only.selectedProperty().bindBidirectional(model.onlyDifferences());
        ToggleButton turned = toggle("compare.transpose", "fth-refresh-cw");
        turned.selectedProperty().bindBidirectional(model.transposed());
        Button rules = new Button(Texts.get("compare.rules"), new FontIcon("fth-sliders"));
        rules.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        Tip.on(rules, Texts.get("compare.rules"));
        rules.setAccessibleText(Texts.get("compare.rules"));
        rules.setOnAction(event -> openRules(rules));
        search.setPromptText(Texts.get("compare.search"));
        search.setPrefWidth(180);
        search.setMinWidth(80);
        search.textProperty().bindBidirectional(model.search());
        datasets.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        Tip.on(datasets, Texts.get("compare.datasets.hint"));
        datasets.setAccessibleText(Texts.get("compare.datasets"));
        datasets.setMinWidth(34);
        model.comparison().addListener(any -> offer(lead));
        offer(lead);
        ofValues = List.of(only, turned, rules, search);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(choice, gap, search, only, turned, rules, datasets, exporting());
        widthProperty().addListener(any -> fit());
    }

    private static ToggleButton toggle(String key, String icon) {
        ToggleButton toggle = new ToggleButton(Texts.get(key), new FontIcon(icon));
        toggle.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        // texts: compare.only.*
        // texts: compare.transpose.*
        Tip.on(toggle, Texts.get(key + ".hint"));
        toggle.setAccessibleText(Texts.get(key));
        toggle.setMinWidth(34);
        return toggle;
    }

    /// Where there is no room for all words, the icons stand alone, their words on hover.
    private void fit() {
        ContentDisplay display = getWidth() < ROOMY ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
        datasets.setContentDisplay(display);
        ofValues.forEach(node -> {
            if (node instanceof Labeled labeled) {
                labeled.setContentDisplay(display);
            }
        });
    }

    /// Offers the datasets that the runs have by the same name, where they are not the same, and those that two runs
    /// used for the same purpose.
    private void offer(Consumer<ShowEvent.What> lead) {
        Comparison comparison = model.comparison().get();
        datasets.getItems().clear();
        for (String name : RunData.names(comparison)) {
            MenuItem item = new MenuItem(name);
            item.setMnemonicParsing(false);
            item.setOnAction(event -> RunData.pair(comparison, name, model.baseline().get(), -1).ifPresent(lead));
            datasets.getItems().add(item);
        }
        for (ShowEvent.DatasetPair pair : RunData.byPurpose(comparison)) {
            MenuItem item = new MenuItem(pair.before().name() + " → " + pair.after().name());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> lead.accept(pair));
            datasets.getItems().add(item);
        }
        datasets.setVisible(!datasets.getItems().isEmpty());
        datasets.setManaged(datasets.isVisible());
    }

    void select(Page page) {
        pages.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData() == page));
        ofValues.forEach(node -> {
            node.setVisible(page == Page.VALUES);
            node.setManaged(page == Page.VALUES);
        });
    }

    void focusSearch() {
        search.requestFocus();
    }

    private void openRules(Node owner) {
        Comparing now = model.context().settings().get().comparing();
        TextField ignore = new TextField(String.join(", ", now.ignore()));
        TextField tolerance = new TextField(now.tolerance());
        tolerance.setPromptText("0.01");
        ignore.setPrefColumnCount(28);
        Runnable keep = () -> {
            boolean usable = Tolerance.parse(tolerance.getText()).isPresent();
            tolerance.pseudoClassStateChanged(Styles.STATE_DANGER, !usable);
            List<String> patterns = Arrays.stream(ignore.getText().split(",")).map(String::strip)
                    .filter(pattern -> !pattern.isEmpty()).distinct().toList();
            model.change(c -> usable ? c.withIgnore(patterns).withTolerance(tolerance.getText().strip())
                    : c.withIgnore(patterns));
        };
        ignore.setOnAction(event -> keep.run());
        tolerance.setOnAction(event -> keep.run());
        popover.setOnHidden(event -> keep.run());
        FlowPane usual = new FlowPane(6, 6);
        for (String pattern : USUAL) {
            Button chip = new Button(pattern);
            chip.getStyleClass().addAll(Styles.SMALL, Styles.BUTTON_OUTLINED);
            chip.setMnemonicParsing(false);
            chip.setOnAction(event -> {
                String before = ignore.getText().strip();
                ignore.setText(before.isEmpty() ? pattern : before + ", " + pattern);
                keep.run();
            });
            usual.getChildren().add(chip);
        }
        VBox box = new VBox(8, new Label(Texts.get("compare.rules.ignore")), ignore, usual,
                new Label(Texts.get("compare.rules.tolerance")), tolerance, hint());
        box.setPrefWidth(380);
        popover.setContentNode(box);
        popover.show(owner);
    }

    private static Label hint() {
        Label hint = new Label(Texts.get("compare.rules.hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        return hint;
    }

    private MenuButton exporting() {
        MenuButton menu = new MenuButton(Texts.get("compare.export"), new FontIcon("fth-download"));
        menu.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        menu.setMinWidth(Region.USE_PREF_SIZE);
        // texts: compare.format.*
        for (ComparisonText.Format format : List.of(ComparisonText.Format.HTML, ComparisonText.Format.MARKDOWN,
                ComparisonText.Format.LATEX, ComparisonText.Format.CSV, ComparisonText.Format.JSON)) {
            MenuItem item = new MenuItem(Texts.get("compare.format." + format.name().toLowerCase(Locale.ROOT)));
            item.setOnAction(event -> save(format));
            menu.getItems().add(item);
        }
        menu.getItems().add(new SeparatorMenuItem());
        for (ComparisonText.Format format : List.of(ComparisonText.Format.MARKDOWN, ComparisonText.Format.LATEX)) {
            MenuItem item = new MenuItem(Texts.get("compare.copy." + format.name().toLowerCase(Locale.ROOT)));
            item.setOnAction(event -> copy(format));
            menu.getItems().add(item);
        }
        // texts: compare.copy.*
        return menu;
    }

    private Comparison shown() {
        Comparison whole = model.comparison().get();
        return model.onlyDifferences().get() ? whole.differences() : whole;
    }

    /// Copies what the page shows.
    void copy(ComparisonText.Format format) {
        StringWriter out = new StringWriter();
        try {
            ComparisonText.write(format, shown(), ComparisonText.Extras.NONE, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        ValuesSheet.copy(out.toString());
        model.context().notices().info(Texts.get("compare.copied"));
    }

    private void save(ComparisonText.Format format) {
        Comparison comparison = shown();
        model.context().choosers().saveFile(Texts.get("compare.export.title"), "comparison." + format.extension(),
                List.of(format.extension())).ifPresent(file -> {
                    var _ = model.context().workspace().tasks().start(Texts.get("compare.export.task", file.toString()),
                            (progress, cancel) -> write(format, comparison, file, progress, cancel))
                            .whenComplete((done, failure) -> model.context().front()
                                    .execute(() -> told(file, failure)));
                });
    }

    private void told(Path file, @Nullable Throwable failure) {
        if (failure == null) {
            model.context().notices().info(Texts.get("compare.exported", file.toString()));
        } else if (!(failure instanceof CancelledException)) {
            model.context().notices().failed(Texts.get("compare.export.failed", file.toString()), failure);
        }
    }

    private Path write(ComparisonText.Format format, Comparison comparison, Path file, Progress progress,
            Cancel cancel) throws IOException {
        ComparisonText.Extras extras = format != ComparisonText.Format.HTML ? ComparisonText.Extras.NONE
                : new ComparisonText.Extras(Optional.empty(), new ComparisonFigures(model.frame(),
                        model.points()::series).of(comparison, ZoneId.systemDefault(), progress, cancel));
        cancel.check();
        FreshFile.write(file, out -> ComparisonText.write(format, comparison, extras, out));
        return file;
    }
}
