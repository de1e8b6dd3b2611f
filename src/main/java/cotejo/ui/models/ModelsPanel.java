package cotejo.ui.models;

import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.model.VersionCard;
import cotejo.preview.ModelFiles;
import cotejo.registry.Bundles;
import cotejo.registry.Registration;
import cotejo.text.Texts;
import cotejo.ui.Command;
import cotejo.ui.Icons;
import cotejo.ui.Panel;
import cotejo.ui.SaidPage;
import cotejo.ui.ShowEvent;
import cotejo.ui.UiContext;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Registered models: the list, the board of stages, the table of versions, the history, and the page of a version.
public final class ModelsPanel implements Panel {

    private final ModelsViewModel model;
    private final PanelSheets asks;
    private final VersionActions actions;
    private final BoardPane board;
    private final ScrollPane wide;
    private final VersionTable table;
    private final HistoryPane history;
    private final VersionPage page;
    private final ModelList list;
    private final BorderPane frame = new BorderPane();
    private final BorderPane middle = new BorderPane();
    private final Sheets sheets = new Sheets();
    private final StackPane root = new StackPane(frame, sheets);
    private final Label title = new Label();
    private final ModelWords words;
    private final Node tools;
    private @Nullable String wanted;

    public ModelsPanel(UiContext context) {
        this.model = new ModelsViewModel(context);
        this.asks = new PanelSheets(model, sheets);
        this.actions = new VersionActions(model, asks::promote, asks::compare, asks, root);
        asks.trashWith(actions);
        this.board = new BoardPane(model, actions);
        this.wide = new ScrollPane(board);
        board.scrollIn(wide);
        wide.setFitToHeight(true);
        wide.setFitToWidth(true);
        wide.getStyleClass().add("edge-to-edge");
        this.table = new VersionTable(model, actions);
        this.history = new HistoryPane(model);
        this.page = new VersionPage(model, actions);
        this.list = new ModelList(model, actions, this::chooseFiles, this::chooseFolder);
        this.words = new ModelWords(actions::describeModel);
        this.tools = new VBox(tools(), words);
        root.getStyleClass().add("models");
        model.state().addListener((value, before, now) -> {
            lay();
            picture();
        });
        model.content().addListener((value, before, now) -> {
            fill();
            picture();
        });
        model.selected().addListener((value, before, now) -> fill());
        model.search().addListener((value, before, now) -> fill());
        model.mode().addListener((value, before, now) -> lay());
        model.open().addListener((value, before, now) -> lay());
        takeDrops();
        lay();
    }

    /// The states it can be photographed in.
    public static List<String> views() {
        return List.of("models", "models-table", "model-version", "promote", "models-history", "models-empty",
                "model-gates", "model-words", "models-trash");
    }

    private Node tools() {
        title.getStyleClass().add("panel-title");
        title.setMinWidth(40);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ToggleGroup group = new ToggleGroup();
        HBox modes = new HBox();
        modes.getStyleClass().add("mode-switch");
        for (ModelsViewModel.Mode mode : ModelsViewModel.Mode.values()) {
            // texts: models.mode.*
            ToggleButton button = new ToggleButton(Texts.get("models.mode."
                    + mode.name().toLowerCase(java.util.Locale.ROOT)), Icons.of(icon(mode)));
            button.setToggleGroup(group);
            button.setSelected(mode == model.mode().get());
            button.setOnAction(event -> {
                button.setSelected(true);
                model.mode().set(mode);
            });
            model.mode().addListener((value, before, now) -> button.setSelected(now == mode));
            button.getStyleClass().add(mode == ModelsViewModel.Mode.BOARD ? "left-pill"
                    : mode == ModelsViewModel.Mode.HISTORY ? "right-pill" : "center-pill");
            button.setMinWidth(Region.USE_PREF_SIZE);
            modes.getChildren().add(button);
        }
        Button stages = Icons.button("fth-columns", Texts.get("models.stages.edit"), this::editStages);
        HBox row = new HBox(8, title, gap, modes, stages);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("panel-tools");
        return row;
    }

    private static String icon(ModelsViewModel.Mode mode) {
        return switch (mode) {
            case BOARD -> "fth-trello";
            case TABLE -> "fth-list";
            case HISTORY -> "fth-clock";
        };
    }

    private void lay() {
        switch (model.state().get()) {
            case LOADING -> frame.setCenter(SaidPage.busy(Texts.get("models.loading")));
            case EMPTY -> {
                frame.setLeft(null);
                frame.setCenter(empty());
            }
            case FAILED -> {
                frame.setLeft(null);
                frame.setCenter(failed());
            }
            case FULL -> {
                frame.setLeft(list);
                frame.setCenter(middle);
                full();
            }
        }
    }

    private void full() {
        Card open = model.open().get();
        if (open != null) {
            middle.setTop(null);
            middle.setCenter(page);
            page.show(open);
            return;
        }
        boolean held = page.holdsKeyboard();
        page.gone();
        middle.setTop(tools);
        middle.setCenter(switch (model.mode().get()) {
            case BOARD -> wide;
            case TABLE -> table.table();
            case HISTORY -> history;
        });
        fill();
        if (held && model.mode().get() == ModelsViewModel.Mode.BOARD) {
            board.take();
        }
    }

    private void fill() {
        if (model.state().get() != ModelsViewModel.State.FULL) {
            return;
        }
        Optional<ModelCard> one = Optional.ofNullable(model.selected().get()).flatMap(model::model);
        title.setText(one.map(ModelCard::name).orElse(Texts.get("models.all")));
        words.show(one);
        Card open = model.open().get();
        if (open != null) {
            return;
        }
        switch (model.mode().get()) {
            case BOARD -> board.fill();
            case TABLE -> table.fill();
            case HISTORY -> history.fill();
        }
    }

    private Node empty() {
        Button choose = new Button(Texts.get("models.register.files"), Icons.of("fth-plus"));
        choose.getStyleClass().add("accent");
        choose.setOnAction(event -> chooseFiles());
        Button folder = new Button(Texts.get("models.register.folder"), Icons.of("fth-folder-plus"));
        folder.setOnAction(event -> chooseFolder());
        int thrown = model.content().get().trash().size();
        Button trash = new Button(Texts.get("models.trash.count", thrown), Icons.of("fth-trash-2"));
        trash.getStyleClass().add("flat");
        trash.setOnAction(event -> actions.trash());
        return SaidPage.of("fth-package", Texts.get("models.empty.title"), Texts.get("models.empty.text"),
                thrown == 0 ? new Button[] {choose, folder} : new Button[] {choose, folder, trash});
    }

    private Node failed() {
        Button retry = new Button(Texts.get("models.failed.retry"));
        retry.setOnAction(event -> model.load());
        return SaidPage.of("fth-alert-circle", Texts.get("models.failed.title"), model.trouble(), retry);
    }

    private void register(Registration.From from, String what, String proposed) {
        RegisterSheet sheet = new RegisterSheet(model, from, what, proposed, sheets::close, this::registered);
        sheets.show(sheet, sheet.first(), () -> { });
    }

    private void chooseFiles() {
        List<Path> files = model.context().choosers().openFiles(Texts.get("models.register.choose"));
        if (!files.isEmpty()) {
            dropped(files);
        }
    }

    /// Some models are folders: those of MLflow, TensorFlow and MLeap.
    private void chooseFolder() {
        model.context().choosers().openFolder(Texts.get("models.register.chooseFolder"))
                .ifPresent(folder -> dropped(List.of(folder)));
    }

    private void editStages() {
        model.context().choosers().askText(Texts.get("models.stages.title"), Texts.get("models.stages.label"),
                String.join(", ", model.content().get().stages()))
                .ifPresent(text -> model.act(registry -> {
                    registry.stages(List.of(text.split(",")));
                    model.context().front().execute(model::load);
                }));
    }

    private void takeDrops() {
        root.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                sheets.promise(Texts.get("models.drop"));
                event.consume();
            }
        });
        root.addEventHandler(DragEvent.DRAG_EXITED, event -> sheets.promiseNothing());
        root.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (event.getDragboard().hasFiles()) {
                sheets.promiseNothing();
                event.setDropCompleted(true);
                event.consume();
                dropped(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            }
        });
    }

    /// Files of a model become a version; an exported version comes in as what it is.
    private void dropped(List<Path> paths) {
        if (paths.size() != 1) {
            register(paths);
            return;
        }
        model.ask(registry -> Bundles.told(paths.getFirst()), bundle -> bundle.ifPresentOrElse(
                told -> asks.bring(paths.getFirst(), told, this::registered), () -> register(paths)));
    }

    /// Shows the model that got a version, where the version lies now.
    private void registered(ModelId id) {
        model.open().set(null);
        if (model.mode().get() == ModelsViewModel.Mode.HISTORY) {
            model.mode().set(ModelsViewModel.Mode.BOARD);
        }
        model.selected().set(id);
        model.load();
    }

    private void register(List<Path> paths) {
        String what = paths.size() == 1 ? paths.getFirst().toString()
                : Texts.get("models.register.several", paths.size());
        String proposed = Optional.ofNullable(model.selected().get()).map(id -> id.name())
                .orElseGet(() -> Registration.proposedName(paths));
        register(actions.files(paths), what, proposed);
    }

    /// Whether a dropped file or folder is a model or an exported version. Arrays are for the panel of datasets.
    public static boolean takes(Path file) {
        String name = file.toString().toLowerCase(java.util.Locale.ROOT);
        return !name.endsWith(".npy") && !name.endsWith(".npz")
                && (ModelFiles.looksLikeModel(file) || Bundles.isBundle(file));
    }

    @Override
    public void open(Path file) {
        model.ask(registry -> Bundles.isBundle(file), bundle -> {
            if (bundle) {
                dropped(List.of(file));
            } else {
                inspect(file);
            }
        });
    }

    private void inspect(Path file) {
        InspectSheet sheet = new InspectSheet(model.context(), file, () -> dropped(List.of(file)), sheets::close);
        sheets.show(sheet, sheet.first(), sheet);
    }

    @Override
    public void ask(ShowEvent.What what) {
        switch (what) {
            case ShowEvent.Register(long runKey, String path, String modelId) -> {
                var frame = model.context().workspace().catalog().frame();
                int row = frame.row(runKey);
                if (row >= 0) {
                    Registration.From from = modelId.isEmpty() ? new Registration.FromRun(frame, row, path)
                            : new Registration.FromLogged(frame.run(row).sourceKey(), modelId);
                    register(from, frame.run(row).name() + " / " + path,
                            Registration.proposedName(frame.run(row).name()));
                }
            }
            case ShowEvent.Run _, ShowEvent.Dataset _, ShowEvent.DatasetPair _ -> { }
        }
    }

    @Override
    public String id() {
        return "models";
    }

    @Override
    public String icon() {
        return "fth-package";
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public ObservableValue<String> status() {
        return model.status();
    }

    @Override
    public Map<Command, Runnable> actions() {
        return Map.of(Command.FIND, list.search()::requestFocus);
    }

    @Override
    public void show(String view) {
        wanted = view;
        picture();
    }

    private void picture() {
        String view = wanted;
        if (view == null || view.equals("models") || view.equals("models-empty")
                || model.state().get() != ModelsViewModel.State.FULL) {
            return;
        }
        wanted = null;
        switch (view) {
            case "models-table" -> model.mode().set(ModelsViewModel.Mode.TABLE);
            case "models-history" -> model.mode().set(ModelsViewModel.Mode.HISTORY);
            case "model-version" -> last("Production").ifPresent(card -> model.open().set(card));
            case "promote" -> last("Staging").or(() -> last("None")).ifPresent(card -> {
                model.selected().set(card.model().id());
                asks.promote(card, "Production");
            });
            case "model-gates" -> last("Production").ifPresent(card -> asks.gates(card.model()));
            case "models-trash" -> actions.trash();
            case "model-words" -> last("Production").ifPresent(actions::describe);
            case String _ -> { }
        }
    }

    private Optional<Card> last(String stage) {
        return model.content().get().models().reversed().stream().flatMap(found -> {
            List<VersionCard> in = found.in(stage);
            return in.isEmpty() ? java.util.stream.Stream.<Card>empty()
                    : java.util.stream.Stream.of(new Card(found, in.getLast()));
        }).findFirst();
    }

    @Override
    public void close() {
        sheets.close();
        history.close();
        page.close();
        model.close();
    }
}
