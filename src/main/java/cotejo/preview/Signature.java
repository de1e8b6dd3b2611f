package cotejo.preview;

import java.util.List;

/// What a model takes and gives.
public record Signature(List<Port> inputs, List<Port> outputs, List<Port> params) {

    /// Nothing is said.
    public static final Signature NONE = new Signature(List.of(), List.of(), List.of());

    /// One input or output.
    ///
    /// @param name  may be empty, as for the one unnamed tensor
    /// @param type  as the format writes it
    /// @param shape the length along each axis as written: a number, a name, or `?`; empty when none is said
    /// @param must  whether it has to be given
    public record Port(String name, String type, List<String> shape, Need must) {

        /// An input that has to be given.
        public static Port required(String name, String type, List<String> shape) {
            return new Port(name, type, shape, Need.REQUIRED);
        }
    }

    /// Whether an input has to be given.
    public enum Need {
        REQUIRED,
        OPTIONAL
    }

    public Signature {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        params = List.copyOf(params);
    }

    public Signature(List<Port> inputs, List<Port> outputs) {
        this(inputs, outputs, List.of());
    }

    /// Whether nothing is said.
    public boolean empty() {
        return inputs.isEmpty() && outputs.isEmpty() && params.isEmpty();
    }
}
