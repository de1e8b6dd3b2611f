package cotejo.registry;

import cotejo.store.RegistryBook;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The stages a version can be in: MLflow's four, and those a person added, in the order they were given.
public final class Stages {

    public static final String NONE = "None";
    public static final String STAGING = "Staging";
    public static final String PRODUCTION = "Production";
    public static final String ARCHIVED = "Archived";
    private static final List<String> MLFLOW = List.of(NONE, STAGING, PRODUCTION, ARCHIVED);
    /// MLflow's active stages: the only targets whose other versions can be archived (`sqlalchemy_store.py`).
    private static final List<String> ACTIVE = List.of(STAGING, PRODUCTION);
    private static final int LONGEST = 60;

    private Stages() {
    }

    /// All stages, in order.
    static List<String> all(RegistryBook book) {
        List<String> kept = book.stages();
        return kept.isEmpty() ? MLFLOW : kept;
    }

    /// Whether it is one of MLflow's own four.
    public static boolean isMlflow(String stage) {
        return MLFLOW.contains(stage);
    }

    /// Whether moving there may archive the versions that are there.
    public static boolean canArchive(String stage) {
        return ACTIVE.contains(stage);
    }

    /// Whether archiving the others is what people mean when they move a version there.
    public static boolean archivesByDefault(String stage) {
        return stage.equals(PRODUCTION);
    }

    /// The stage a word in any case means.
    static String parse(RegistryBook book, String word) {
        List<String> stages = all(book);
        Optional<String> found = stages.stream().filter(stage -> stage.equalsIgnoreCase(word.strip())).findFirst();
        return found.orElseThrow(() -> new RegistryRefusal(RegistryRefusal.Kind.RULE,
                Texts.get("registry.stage.unknown", word, String.join(", ", stages))));
    }

    static void mayArchive(String stage) {
        if (!canArchive(stage)) {
            throw new RegistryRefusal(RegistryRefusal.Kind.RULE, Texts.get("registry.stage.noArchive", stage));
        }
    }

    /// Checks an order of stages that a person wants: MLflow's four stay, names are told apart without their case.
    static List<String> ordered(List<String> wanted) {
        List<String> stages = new ArrayList<>();
        for (String name : wanted) {
            String stage = name.strip();
            if (stage.isEmpty() || stage.length() > LONGEST || stage.chars().anyMatch(c -> c < ' ')) {
                throw new RegistryRefusal(RegistryRefusal.Kind.RULE,
                        Texts.get("registry.stage.name", name, Integer.toString(LONGEST)));
            }
            if (stages.stream().anyMatch(stage::equalsIgnoreCase)) {
                throw new RegistryRefusal(RegistryRefusal.Kind.RULE, Texts.get("registry.stage.twice", stage));
            }
            stages.add(stage);
        }
        if (!stages.containsAll(MLFLOW)) {
            throw new RegistryRefusal(RegistryRefusal.Kind.RULE,
                    Texts.get("registry.stage.four", String.join(", ", MLFLOW)));
        }
        return stages;
    }
}
