package cotejo.preview;

import cotejo.model.Problem;
import java.util.List;

/// What a model file or folder contains, read without running any of it.
///
/// @param format       the id of its format, such as `pickle`, `torch-zip`, `onnx`; `unknown` for anything else
/// @param framework    what wrote it, with the version where it is said; empty when nothing says it
/// @param bytes        its size, of a folder the sum of its files
/// @param execution    what loading it would run
/// @param imports      what loading it would import, the most alarming first
/// @param definition   classes, layers, operators, hyperparameters
/// @param dependencies packages it names, as in a requirements file
/// @param metadata     what else it says of itself
/// @param problems     what could not be read or does not fit
public record ModelFacts(String format, String framework, long bytes, Execution execution, List<CodeName> imports,
                         Fact.Fields definition, Parameters parameters, List<String> dependencies,
                         Signature signature, Fact.Fields metadata, List<Problem> problems) {

    /// The format of what is no model file.
    public static final String UNKNOWN = "unknown";

    public ModelFacts {
        imports = List.copyOf(imports);
        dependencies = List.copyOf(dependencies);
        problems = List.copyOf(problems);
    }

    /// Whether it was recognised as a model.
    public boolean recognised() {
        return !format.equals(UNKNOWN);
    }
}
