package cotejo.ui.models;

import cotejo.model.ModelCard;
import cotejo.model.VersionCard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Versions that are not in the trash, newest first within each model. No record: whoever listens for another content
/// would have tens of thousands of cards compared.
final class Pile {

    private final List<Card> cards;
    private final Map<String, List<Card>> byStage;

    private Pile(List<Card> cards, Map<String, List<Card>> byStage) {
        this.cards = cards;
        this.byStage = byStage;
    }

    static Pile of(List<ModelCard> models) {
        List<Card> cards = new ArrayList<>();
        Map<String, List<Card>> byStage = new HashMap<>();
        for (ModelCard model : models) {
            List<VersionCard> versions = model.versions();
            for (int i = versions.size() - 1; i >= 0; i--) {
                if (versions.get(i).deleted() == 0) {
                    Card card = new Card(model, versions.get(i));
                    cards.add(card);
                    byStage.computeIfAbsent(card.version().stage(), any -> new ArrayList<>()).add(card);
                }
            }
        }
        return new Pile(cards, byStage);
    }

    List<Card> cards() {
        return cards;
    }

    /// Those of one stage.
    List<Card> in(String stage) {
        return byStage.getOrDefault(stage, List.of());
    }
}
