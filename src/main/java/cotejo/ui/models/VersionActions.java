package cotejo.ui.models;

import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.model.StageRequest;
import cotejo.registry.Lineage;
import cotejo.registry.Passport;
import cotejo.registry.Registration;
import cotejo.registry.Registry;
import cotejo.registry.Removals;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.ShowEvent;
import cotejo.ui.UiContext;
import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import cotejo.work.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/// What a person does with a version, from its page, its card, or its row.
final class VersionActions implements BoardPane.Actions {

    /// Sheets that ask for more than a line.
    interface Asks {
        void gates(ModelCard card);

        void approve(Card card, StageRequest request);

        void words(String title, WordsSheet.Kind kind, String before, Consumer<String> done);

        void trash();
    }

    private static final int MOST_WAYS = 30;
    private static final int MOST_NAMES = 12;

    private final ModelsViewModel model;
    private final UiContext context;
    private final BiConsumer<Card, String> promote;
    private final Consumer<Card> compare;
    private final Asks sheets;
    private final Node owner;

    /// @param promote opens the sheet that asks before a version moves
    /// @param compare opens the versions side by side
    /// @param sheets  opens the other sheets
    /// @param owner   from where events go up to the window
    VersionActions(ModelsViewModel model, BiConsumer<Card, String> promote, Consumer<Card> compare,
            Asks sheets, Node owner) {
        this.model = model;
        this.context = model.context();
        this.promote = promote;
        this.compare = compare;
        this.sheets = sheets;
        this.owner = owner;
    }

    private static String number(Card card) {
        return Integer.toString(card.version().version());
    }

    @Override
    public void open(Card card) {
        model.open().set(card);
        model.act(registry -> registry.use(card.model().id(), card.version().version(),
                cotejo.model.Usage.Kind.OPEN));
    }

    @Override
    public void move(Card card, String stage) {
        promote.accept(card, stage);
    }

    @Override
    public ContextMenu menu(Card card) {
        MenuItem open = item("models.open", () -> open(card));
        Menu move = new Menu(Texts.get("models.moveTo"));
        for (String stage : model.content().get().stages()) {
            MenuItem item = new MenuItem(stage);
            item.setMnemonicParsing(false);
            item.setDisable(stage.equals(card.version().stage()));
            item.setOnAction(event -> move(card, stage));
            move.getItems().add(item);
        }
        ContextMenu menu = new ContextMenu(open, move, item("models.export", () -> export(card)));
        menu.getItems().addAll(more(card));
        return menu;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Texts.get(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    /// The less usual ones.
    List<MenuItem> more(Card card) {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("models.alias.set", () -> alias(card)));
        Menu gone = new Menu(Texts.get("models.alias.delete"));
        card.model().aliasesOf(card.version().version()).forEach(alias -> {
            MenuItem item = new MenuItem("@" + alias);
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.act(r -> r.deleteAlias(card.model().id(), alias, Registry.me())));
            gone.getItems().add(item);
        });
        gone.setDisable(gone.getItems().isEmpty());
        items.add(gone);
        items.add(item("models.tag.set", () -> tag(card)));
        items.add(item("models.describe", () -> describe(card)));
        items.add(item("models.describeModel", () -> describeModel(card.model())));
        items.add(item("models.compare", () -> compare.accept(card)));
        items.add(item("models.gates.edit", () -> sheets.gates(card.model())));
        items.add(item("models.copyAddress", () -> copy("models:/" + card.model().name() + "/" + number(card))));
        items.add(new SeparatorMenuItem());
        MenuItem keep = item("models.keep", () -> keep(card));
        keep.setDisable(card.version().kept());
        items.add(keep);
        items.add(item("models.delete", () -> model.delete(card)));
        items.add(item("models.purge", () -> purge(new Trashed(card.model(), card.version().version(), 0))));
        return items;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void alias(Card card) {
        context.choosers().askText(Texts.get("models.alias.title", card.model().name(), number(card)),
                Texts.get("models.alias.label"), "champion").map(String::strip).filter(text -> !text.isEmpty())
                .ifPresent(text -> model.act(r -> r.setAlias(card.model().id(), text, card.version().version(),
                        Registry.me())));
    }

    private void tag(Card card) {
        tag(Texts.get("models.tag.title", card.model().name(), number(card)), card.model().id(),
                card.version().version());
    }

    /// @param version 0 for the model
    private void tag(String title, ModelId id, int version) {
        context.choosers().askText(title, Texts.get("models.tag.label"), "validated=yes").map(String::strip)
                .filter(text -> !text.isEmpty()).ifPresent(text -> {
                    int at = text.indexOf('=');
                    String key = at < 0 ? text : text.substring(0, at).strip();
                    String value = at < 0 ? "" : text.substring(at + 1).strip();
                    model.act(r -> r.tag(id, version, key, at >= 0 && value.isEmpty() ? null : value, Registry.me()));
                });
    }

    void describe(Card card) {
        sheets.words(Texts.get("models.describe.title", card.model().name(), number(card)),
                WordsSheet.Kind.MARKDOWN, card.version().description(), text -> model.act(r ->
                        r.describe(card.model().id(), card.version().version(), text, Registry.me())));
    }

    void describeModel(ModelCard card) {
        sheets.words(Texts.get("models.describeModel.title", card.name()), WordsSheet.Kind.MARKDOWN,
                card.description(), text -> model.act(r -> r.describe(card.id(), 0, text, Registry.me())));
    }

    /// What is done with a model as a whole.
    ContextMenu menu(ModelCard card) {
        return new ContextMenu(item("models.rename", () -> rename(card)),
                item("models.describeModel", () -> describeModel(card)),
                item("models.tag.set", () -> tag(Texts.get("models.tag.modelTitle", card.name()), card.id(), 0)),
                item("models.gates.edit", () -> sheets.gates(card)), new SeparatorMenuItem(),
                item("models.deleteModel", () -> model.delete(card)),
                item("models.purge", () -> purge(new Trashed(card, 0, 0))));
    }

    /// Shows what lies in the trash.
    void trash() {
        sheets.trash();
    }

    /// Asks for another name of a model.
    void rename(ModelCard card) {
        if (!card.id().isHere()) {
            context.notices().info(Texts.get("registry.model.notHere", card.name()));
            return;
        }
        context.choosers().askText(Texts.get("models.rename.title", card.name()), Texts.get("models.register.name"),
                card.name()).map(String::strip).filter(text -> !text.isEmpty())
                .ifPresent(text -> model.rename(card, text));
    }

    /// Asks before a move happens that somebody asked for.
    void approve(Card card, StageRequest request) {
        sheets.approve(card, request);
    }

    /// Rejects a request, with a comment for the history.
    void reject(Card card, StageRequest request) {
        context.choosers().askText(Texts.get("models.request.reject.title", card.model().name(), number(card)),
                Texts.get("models.promote.comment"), "").ifPresent(words -> model.act(registry ->
                        registry.promotions().reject(request.id(), words.strip(), Registry.me())));
    }

    /// Enters something into a passport by hand, or changes it.
    ///
    /// @param before what is there, null for nothing; left as it is, it stays where it came from
    void passport(Card card, String key, Passport.@Nullable Entry before) {
        // texts: models.passport.key.*
        String name = Texts.get("models.passport.key." + key);
        String known = before == null ? "" : before.value();
        // texts: models.passport.from.*
        sheets.words(before == null ? name : Texts.get("models.passport.change.title", name,
                Texts.get("models.passport.from." + before.from().name().toLowerCase(Locale.ROOT))),
                WordsSheet.Kind.PLAIN, known, text -> {
                    if (!text.equals(known)) {
                        model.act(r -> r.passport(card.model().id(), card.version().version(), key, text,
                                Registry.me()));
                    }
                });
    }

    void keep(Card card) {
        task(Texts.get("models.keep.task", card.model().name(), number(card)), (progress, cancel) -> {
            model.registry().registration().keep(card.model().id(), card.version().version(), Registry.me(), progress,
                    cancel);
            return card;
        }, () -> { });
    }

    void export(Card card) {
        Optional<java.nio.file.Path> target = context.choosers().saveFile(Texts.get("models.export.title"),
                card.model().name() + "-" + number(card) + ".zip", List.of("zip"));
        target.ifPresent(path -> task(Texts.get("models.export.task", card.model().name(), number(card)),
                (progress, cancel) -> {
                    model.registry().bundles().write(card.model().id(), card.version().version(), path, Registry.me(),
                            progress, cancel);
                    return card;
                }, () -> context.notices().info(Texts.get("models.exported", card.model().name(), number(card),
                        path.toString()))));
    }

    /// Long work with a place in the tray; what stops it is told, unless the person did.
    private void task(String title, Tasks.Body<Card> body, Runnable then) {
        var _ = context.workspace().tasks().start(title, body).handle((done, failure) -> {
            Throwable cause = failure == null || failure.getCause() == null ? failure : failure.getCause();
            context.front().execute(() -> {
                if (cause == null) {
                    then.run();
                } else if (!(cause instanceof CancelledException)) {
                    context.notices().failed(cotejo.model.Problem.describe(cause), cause);
                }
            });
            return null;
        });
    }

    /// Asks, and deletes a model or a version for good.
    void purge(Trashed thing) {
        ModelId id = thing.model().id();
        model.ask(registry -> registry.removals().weigh(id, thing.version()), weight -> purge(thing, weight));
    }

    private void purge(Trashed thing, Removals.Weight weight) {
        String versions = String.join(", ", weight.numbers().stream().map(String::valueOf).toList());
        String what = thing.version() > 0 ? "" : Texts.get("models.purge.versions", weight.versions(), versions) + " ";
        if (context.choosers().confirmDestroying(Texts.get("models.purge.title", thing.name()),
                what + Texts.get("models.purge.explain", weight.files(), Figures.bytes(weight.bytes()),
                        weight.aliases().size(), String.join(", ", weight.aliases()), Figures.bytes(weight.freed())),
                Texts.get("models.purge.do"))) {
            model.act(registry -> {
                long freed = registry.removals().deleteForGood(thing.model().id(), thing.version(), Registry.me())
                        .bytes();
                context.front().execute(() -> context.notices().info(Texts.get("models.purged", thing.name(),
                        Figures.bytes(freed))));
            });
        }
    }

    /// Asks, and deletes everything in the trash for good.
    void purgeAll(List<Trashed> trash) {
        model.ask(registry -> trash.stream().map(thing -> registry.removals().weigh(thing.model().id(),
                thing.version())).toList(), weights -> purgeAll(trash, weights));
    }

    private void purgeAll(List<Trashed> trash, List<Removals.Weight> weights) {
        List<String> names = new ArrayList<>(trash.stream().map(Trashed::name).limit(MOST_NAMES).toList());
        if (trash.size() > MOST_NAMES) {
            names.add(Texts.get("models.more.count", trash.size() - MOST_NAMES));
        }
        if (context.choosers().confirmDestroying(Texts.get("models.purge.allTitle"),
                Texts.get("models.purge.allExplain", trash.size(), String.join(", ", names),
                        weights.stream().mapToInt(Removals.Weight::files).sum(),
                        Figures.bytes(weights.stream().mapToLong(Removals.Weight::bytes).sum())),
                Texts.get("models.purge.do"))) {
            model.act(registry -> {
                long freed = 0;
                for (Trashed thing : trash) {
                    freed += registry.removals().deleteForGood(thing.model().id(), thing.version(), Registry.me())
                            .bytes();
                }
                String said = Figures.bytes(freed);
                context.front().execute(() -> context.notices().info(Texts.get("models.purgedAll", said)));
            });
        }
    }

    /// Registers what was dropped or chosen.
    Registration.From files(List<java.nio.file.Path> paths) {
        return new Registration.FromFiles(paths);
    }

    /// Where clicks in the lineage lead.
    LineageView.Goto lineage() {
        return new LineageView.Goto() {
            @Override
            public void data(Lineage.Data data, Node from) {
                ask(from, Texts.get("models.lineage.trainedOn", data.name()),
                        () -> model.registry().lineage().trainedOn(data.digest(), Cancel.never()));
            }

            @Override
            public void run(long runKey) {
                owner.fireEvent(new ShowEvent(new ShowEvent.Run(runKey)));
            }

            @Override
            public void stage(String stage, Node from) {
                ask(from, Texts.get("models.lineage.behind", stage),
                        () -> model.registry().lineage().behind(stage, Cancel.never()));
            }
        };
    }

    private void ask(Node from, String head, java.util.function.Supplier<List<Lineage.Way>> question) {
        context.background().execute(() -> {
            List<Lineage.Way> ways = question.get();
            context.front().execute(() -> answer(from, head, ways));
        });
    }

    private void answer(Node from, String head, List<Lineage.Way> ways) {
        MenuItem said = new MenuItem(head);
        said.setMnemonicParsing(false);
        said.setDisable(true);
        ContextMenu menu = new ContextMenu(said, new SeparatorMenuItem());
        for (Lineage.Way way : ways.subList(0, Math.min(MOST_WAYS, ways.size()))) {
            String version = Integer.toString(way.version().version());
            MenuItem item = new MenuItem(way.run() == null
                    ? Texts.get("models.lineage.wayAlone", way.model().name(), version, way.version().stage())
                    : Texts.get("models.lineage.way", way.model().name(), version, way.version().stage(),
                            way.run().name()));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.card(way.model().id(), way.version().version()).ifPresent(this::open));
            menu.getItems().add(item);
        }
        if (ways.size() > MOST_WAYS) {
            MenuItem more = new MenuItem(Texts.get("models.more.count", ways.size() - MOST_WAYS));
            more.setDisable(true);
            menu.getItems().add(more);
        }
        menu.show(from, Side.BOTTOM, 0, 4);
    }
}
