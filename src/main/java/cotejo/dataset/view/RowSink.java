package cotejo.dataset.view;

import cotejo.dataset.Vector;
import java.io.IOException;
import java.util.List;

/// Takes rows of a view, some at a time, in order.
@FunctionalInterface
public interface RowSink {

    /// @param columns the columns asked for, as vectors that are valid until this returns
    /// @param places  where in the vectors the rows stand
    /// @param count   how many of the places count
    void rows(List<Vector> columns, int[] places, int count) throws IOException;
}
