package cotejo.preview;

import java.util.List;

/// The weights of a model.
///
/// @param count   how many numbers they are, or -1 when that is not known
/// @param tensors the arrays, at most [#MOST]
/// @param total   how many arrays there are
public record Parameters(long count, List<Tensor> tensors, long total) {

    /// The most tensors that are listed.
    public static final int MOST = 100_000;
    /// No weights that could be read.
    public static final Parameters UNKNOWN = new Parameters(-1, List.of(), 0);

    public Parameters {
        tensors = List.copyOf(tensors);
    }

    /// All of these, counted.
    public static Parameters of(List<Tensor> tensors) {
        long count = 0;
        for (Tensor tensor : tensors) {
            count += Math.min(tensor.count(), Long.MAX_VALUE - count);
        }
        return new Parameters(count, tensors.size() > MOST ? tensors.subList(0, MOST) : tensors, tensors.size());
    }
}
