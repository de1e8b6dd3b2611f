package cotejo.ui.models;

import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.model.StageRequest;
import cotejo.registry.Bundles;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Opens the sheets over the panel.
final class PanelSheets implements VersionActions.Asks {

    private final ModelsViewModel model;
    private final Sheets sheets;
    private @Nullable VersionActions actions;

    PanelSheets(ModelsViewModel model, Sheets sheets) {
        this.model = model;
        this.sheets = sheets;
    }

    /// What is done from the sheet of the trash.
    void trashWith(VersionActions wanted) {
        actions = wanted;
    }

    void promote(Card card, String stage) {
        PromoteSheet sheet = new PromoteSheet(model, card, stage, sheets::close);
        sheets.show(sheet, sheet.first(), sheet);
    }

    void compare(Card card) {
        CompareSheet sheet = new CompareSheet(model, card, sheets::close);
        sheets.show(sheet, sheet.first(), sheet);
    }

    /// Asks before an exported version comes in.
    void bring(Path zip, Bundles.Told told, Consumer<ModelId> done) {
        BringSheet sheet = new BringSheet(model, zip, told, sheets::close, done);
        sheets.show(sheet, sheet.first(), sheet);
    }

    @Override
    public void gates(ModelCard card) {
        model.ask(registry -> registry.gates(card.id()), before -> {
            GatesSheet sheet = new GatesSheet(model, card, before, sheets::close);
            sheets.show(sheet, sheet.first(), () -> { });
        });
    }

    @Override
    public void approve(Card card, StageRequest request) {
        PromoteSheet sheet = new PromoteSheet(model, card, request, sheets::close);
        sheets.show(sheet, sheet.first(), sheet);
    }

    @Override
    public void words(String title, WordsSheet.Kind kind, String before, Consumer<String> done) {
        WordsSheet sheet = new WordsSheet(title, kind, before, done, sheets::close);
        sheets.show(sheet, sheet.first(), () -> { });
    }

    @Override
    public void trash() {
        VersionActions doing = actions;
        if (doing != null) {
            TrashSheet sheet = new TrashSheet(model, doing, sheets::close);
            sheets.show(sheet, sheet.first(), sheet);
        }
    }
}
