package cotejo.ui.models;

import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.model.Problem;
import cotejo.registry.BundleReader;
import cotejo.registry.Bundles;
import cotejo.registry.Registry;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.Icons;
import cotejo.ui.Tip;
import cotejo.work.CancelledException;
import cotejo.work.Latest;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks before an exported version comes in from another machine; or only verifies it.
final class BringSheet extends VBox implements AutoCloseable {

    private final ModelsViewModel model;
    private final Path zip;
    private final Runnable close;
    private final Consumer<ModelId> done;
    private final Latest verifying;
    private final ComboBox<String> name = new ComboBox<>();
    private final Label said = new Label();
    private final Button bring = new Button(Texts.get("models.bring.do"));

    /// @param done told which model got the version
    BringSheet(ModelsViewModel model, Path zip, Bundles.Told told, Runnable close, Consumer<ModelId> done) {
        super(12);
        this.model = model;
        this.zip = zip;
        this.close = close;
        this.done = done;
        this.verifying = new Latest(model.context().background(), model.context().front());
        getStyleClass().addAll("floating-card", "register-sheet", "bring-sheet");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label title = new Label(Texts.get("models.bring.title"));
        title.getStyleClass().add("card-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(8, title, gap, Icons.button("fth-x", Texts.get("models.close"), close));
        top.setAlignment(Pos.CENTER_LEFT);
        Label source = new Label(zip.toString(), Icons.of("fth-file"));
        source.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Tip.on(source, zip.toString());
        Label what = new Label(Texts.get("models.bring.what", told.model(), Integer.toString(told.version()),
                told.stage(), told.files(), Figures.bytes(told.bytes())));
        what.setWrapText(true);
        Label stage = new Label(Texts.get("models.bring.stage", told.stage()), Icons.of("fth-columns"));
        stage.setWrapText(true);
        stage.getStyleClass().add("bring-stage");
        stage.setVisible(model.content().get().stages().stream().noneMatch(told.stage()::equalsIgnoreCase));
        stage.setManaged(stage.isVisible());
        Label label = new Label(Texts.get("models.register.name"));
        label.setLabelFor(name);
        label.getStyleClass().addAll("muted", "small");
        name.setEditable(true);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setAccessibleText(Texts.get("models.register.name"));
        name.getItems().setAll(model.content().get().models().stream().filter(card -> card.id().isHere())
                .map(ModelCard::name).toList());
        name.getEditor().setText(told.model());
        name.getEditor().textProperty().addListener((value, before, now) -> bring.setDisable(now.isBlank()));
        Label promise = new Label(Texts.get("models.bring.promise"));
        promise.getStyleClass().addAll("muted", "small");
        promise.setWrapText(true);
        said.setWrapText(true);
        said.setVisible(false);
        said.managedProperty().bind(said.visibleProperty());
        getChildren().addAll(top, source, what, stage, new VBox(4, label, name), promise, said, buttons());
    }

    /// What the keyboard is on first.
    Node first() {
        return name.getEditor();
    }

    private Node buttons() {
        Button verify = new Button(Texts.get("models.bring.verify"), Icons.of("fth-check-circle"));
        verify.getStyleClass().add("bring-verify");
        verify.setOnAction(event -> verify());
        Button cancel = new Button(Texts.get("models.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> close.run());
        bring.getStyleClass().add("accent");
        bring.setDefaultButton(true);
        bring.setOnAction(event -> bring());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new HBox(8, verify, gap, cancel, bring);
    }

    private void verify() {
        say(Texts.get("models.bring.verifying"), "muted");
        verifying.submit(cancel -> Bundles.verify(zip, cancel), this::told,
                failure -> say(Problem.describe(failure), "gate-failed"));
    }

    private void told(BundleReader.Report report) {
        if (report.sound()) {
            say(Texts.get("models.bring.sound", report.files(), Figures.bytes(report.bytes())), "muted");
        } else {
            say(Texts.get("models.bring.damaged", String.join("; ", report.problems())), "gate-failed");
        }
    }

    private void say(String text, String style) {
        said.setText(text);
        said.getStyleClass().removeAll("muted", "gate-failed");
        said.getStyleClass().add(style);
        said.setVisible(true);
    }

    private void bring() {
        String wanted = name.getEditor().getText().strip();
        close.run();
        var _ = model.context().workspace().tasks().start(Texts.get("models.bring.task", wanted),
                (progress, cancel) -> model.registry().bundles().read(zip, wanted, Registry.me(), progress, cancel))
                .handle((came, failure) -> {
                    model.context().front().execute(() -> ended(came, failure));
                    return null;
                });
    }

    private void ended(Bundles.@org.jspecify.annotations.Nullable Imported came,
            @org.jspecify.annotations.Nullable Throwable failure) {
        if (came != null) {
            String number = Integer.toString(came.version());
            String text = came.notTaken().isEmpty() ? Texts.get("models.register.done", came.model().name(), number)
                    : Texts.get("models.bring.notTaken", came.model().name(), number,
                            String.join(", ", came.notTaken().stream().map(alias -> "@" + alias).toList()));
            model.context().notices().info(came.addedStage().isEmpty() ? text
                    : text + " " + Texts.get("models.bring.added", came.addedStage()));
            done.accept(came.model());
        } else if (failure != null) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            if (!(cause instanceof CancelledException)) {
                model.context().notices().failed(Problem.describe(cause), cause);
            }
        }
    }

    @Override
    public void close() {
        verifying.cancel();
    }
}
