package cotejo.ui.models;

import cotejo.model.ModelCard;
import cotejo.registry.Registration;
import cotejo.registry.Registry;
import cotejo.text.Texts;
import cotejo.ui.Icons;
import cotejo.ui.Tip;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks for the name and the words of a version that is about to be registered.
final class RegisterSheet extends VBox {

    private final ModelsViewModel model;
    private final Registration.From from;
    private final Runnable close;
    private final Consumer<cotejo.model.ModelId> done;
    private final ComboBox<String> name = new ComboBox<>();
    private final TextField description = new TextField();
    private final TextArea comment = new TextArea();
    /// Why the name that stands there is none.
    private final Label refused = new Label();
    private final Button register = new Button(Texts.get("models.register.do"));

    /// @param what what it is made from, in words
    /// @param done told which model got the version
    RegisterSheet(ModelsViewModel model, Registration.From from, String what, String proposed, Runnable close,
            Consumer<cotejo.model.ModelId> done) {
        super(12);
        this.model = model;
        this.from = from;
        this.close = close;
        this.done = done;
        getStyleClass().addAll("floating-card", "register-sheet");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label title = new Label(Texts.get("models.register.title"));
        title.getStyleClass().add("card-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(8, title, gap, Icons.button("fth-x", Texts.get("models.close"), close));
        top.setAlignment(Pos.CENTER_LEFT);
        Label source = new Label(what, Icons.of("fth-file"));
        source.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Tip.on(source, what);
        Label promise = new Label(Texts.get("models.register.copied"));
        promise.getStyleClass().addAll("muted", "small");
        promise.setWrapText(true);
        name.setEditable(true);
        name.setMaxWidth(Double.MAX_VALUE);
        name.getItems().setAll(model.content().get().models().stream().map(ModelCard::name).distinct().toList());
        name.getEditor().setText(proposed);
        name.getEditor().textProperty().addListener((value, before, now) -> enable());
        name.getEditor().focusedProperty().addListener((value, before, now) -> {
            if (now) {
                // What is proposed gives way to what is typed.
                name.getEditor().selectAll();
            }
        });
        name.setAccessibleText(Texts.get("models.register.name"));
        refused.getStyleClass().addAll("gate-failed", "small");
        refused.setWrapText(true);
        refused.managedProperty().bind(refused.visibleProperty());
        comment.setPrefRowCount(2);
        Sheets.tabLeadsOn(comment);
        comment.setWrapText(true);
        getChildren().addAll(top, source, new VBox(4, field("models.register.name", name), refused),
                field("models.register.description", description), field("models.register.comment", comment),
                promise, buttons());
        enable();
    }

    Node first() {
        return name.getEditor();
    }

    private static Node field(String key, Node control) {
        Label label = new Label(Texts.get(key));
        label.setLabelFor(control);
        label.getStyleClass().addAll("muted", "small");
        control.setAccessibleText(Texts.get(key));
        return new VBox(4, label, control);
    }

    private Node buttons() {
        Button cancel = new Button(Texts.get("models.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> close.run());
        register.getStyleClass().add("accent");
        register.setDefaultButton(true);
        register.setOnAction(event -> register());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new HBox(8, gap, cancel, register);
    }

    private void enable() {
        String wanted = name.getEditor().getText().strip();
        Optional<String> why = wanted.isEmpty() || isThere(wanted) ? Optional.empty() : Registration.refusal(wanted);
        refused.setText(why.orElse(""));
        refused.setVisible(why.isPresent());
        register.setDisable(wanted.isEmpty() || why.isPresent());
    }

    /// Whether a model is called so or has the address: what sources bring may have any name.
    private boolean isThere(String wanted) {
        return model.content().get().models().stream()
                .anyMatch(card -> card.name().equals(wanted) || Registry.address(card).equals(wanted));
    }

    private void register() {
        String wanted = name.getEditor().getText().strip();
        Registration.Wish wish = new Registration.Wish(wanted, from, comment.getText().strip(),
                description.getText().strip(), Map.of(), Registry.me());
        close.run();
        var _ = model.context().workspace().tasks().start(Texts.get("models.register.task", wanted),
                (progress, cancel) -> {
                    Registration.Registered came = model.registry().registration().register(wish, progress, cancel);
                    return Map.entry(came.model(), came.version());
                }).handle((came, failure) -> {
                    model.context().front().execute(() -> {
                        if (failure != null) {
                            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                            model.context().notices().failed(cotejo.model.Problem.describe(cause), cause);
                        } else {
                            model.context().notices().info(Texts.get("models.register.done", came.getKey().name(),
                                    Integer.toString(came.getValue())));
                            done.accept(came.getKey());
                        }
                    });
                    return null;
                });
    }
}
