package cotejo.importing;

import cotejo.model.Problem;
import java.util.List;

/// What looking at some paths has found.
///
/// @param stores  the stores recognised, in the order found
/// @param refused a sentence for each path with nothing in it that Cotejo reads
public record Looked(List<FoundStore> stores, List<Problem> refused) {
}
