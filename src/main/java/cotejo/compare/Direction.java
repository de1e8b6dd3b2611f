package cotejo.compare;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which values of a metric are the better ones, and who says so.
public record Direction(Better better, Origin origin) {

    /// Which way is better.
    public enum Better {
        LOWER,
        HIGHER,
        UNKNOWN
    }

    /// Who says so.
    public enum Origin {
        /// The person chose.
        CHOSEN,
        /// The experiment's tags `mlflow.experiment.primaryMetric.*`.
        DECLARED,
        /// The metric's name, as in `val_loss`: a guess, and shown as one.
        NAME,
        NOBODY
    }

    static final String PRIMARY = "mlflow.experiment.primaryMetric.name";
    static final String GREATER = "mlflow.experiment.primaryMetric.greaterIsBetter";

    private static final Direction UNKNOWN = new Direction(Better.UNKNOWN, Origin.NOBODY);
    private static final Set<String> LOW = Set.of("loss", "error", "err", "rmse", "mse", "mae", "mape", "nll",
            "perplexity", "ppl", "wer", "cer", "latency", "deviance");
    private static final Set<String> HIGH = Set.of("accuracy", "acc", "auc", "auroc", "f1", "precision", "recall",
            "r2", "bleu", "rouge", "iou", "map", "ndcg", "mrr", "dice", "psnr", "ssim", "score", "reward", "success");

    /// The direction of a metric.
    ///
    /// @param chosen what the person chose, by metric
    /// @param tags   the tags of the experiment
    public static Direction of(String metric, Map<String, Better> chosen, Map<String, String> tags) {
        @Nullable Better choice = chosen.get(metric);
        if (choice != null) {
            return new Direction(choice, Origin.CHOSEN);
        }
        @Nullable String greater = metric.equals(tags.get(PRIMARY)) ? tags.get(GREATER) : null;
        if (greater != null) {
            return new Direction(greater.strip().equalsIgnoreCase("true") ? Better.HIGHER : Better.LOWER,
                    Origin.DECLARED);
        }
        Better named = named(metric);
        return named == Better.UNKNOWN ? UNKNOWN : new Direction(named, Origin.NAME);
    }

    /// By the last word of the name that says something, as in `val/f1_macro` or `train_loss`.
    private static Better named(String metric) {
        Better found = Better.UNKNOWN;
        for (String word : metric.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
            if (LOW.contains(word)) {
                found = Better.LOWER;
            } else if (HIGH.contains(word)) {
                found = Better.HIGHER;
            }
        }
        return found;
    }

    /// The place of the best of the values, -1 when none is better than all others or the direction is not known.
    /// Equal values at the top have no best one among them unless others lie below: then the first of them.
    int best(java.util.List<Value> values) {
        if (better == Better.UNKNOWN) {
            return -1;
        }
        int best = -1;
        int known = 0;
        boolean varied = false;
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i).asNumber();
            if (Double.isNaN(value)) {
                continue;
            }
            known++;
            double top = best < 0 ? value : values.get(best).asNumber();
            varied |= value != top;
            if (best < 0 || (better == Better.LOWER ? value < top : value > top)) {
                best = i;
            }
        }
        return known > 1 && varied ? best : -1;
    }
}
