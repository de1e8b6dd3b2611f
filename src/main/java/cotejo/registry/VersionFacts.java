package cotejo.registry;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was found out about a version when it was registered: from its run, the file `MLmodel`, and its files. It is
/// kept with the version, so that it outlives the run and travels with the bundle.
///
/// @param run   what its run says; [RunPart#NONE] when it has none
/// @param model what its files say
public record VersionFacts(RunPart run, ModelPart model) {

    public static final VersionFacts NONE = new VersionFacts(RunPart.NONE, ModelPart.NONE);

    /// A dataset that the run read.
    public record Data(String name, String digest, String sourceType, String source, String schema, String profile,
            String context) {
    }

    /// What the run says.
    ///
    /// @param start     epoch milliseconds, 0 when unknown
    /// @param metrics   latest values
    /// @param artifacts paths of plots, reports and the like below the run's artifacts
    public record RunPart(String id, String name, String experiment, String user, long start,
            SortedMap<String, String> params, SortedMap<String, Double> metrics, SortedMap<String, String> tags,
            List<Data> data, List<String> artifacts) {

        public static final RunPart NONE = new RunPart("", "", "", "", 0, new TreeMap<>(), new TreeMap<>(),
                new TreeMap<>(), List.of(), List.of());
    }

    /// An array of weights.
    public record TensorPart(String name, String dtype, List<Long> shape) {
    }

    /// An input or output.
    ///
    /// @param must whether it has to be given
    public record PortPart(String name, String type, List<String> shape, boolean must) {

        /// The type with its shape, as in `tensor(float64) [-1, 10]`.
        public String typeText() {
            return shape.isEmpty() ? type : type + " [" + String.join(", ", shape) + "]";
        }
    }

    /// What the files say.
    ///
    /// @param format       such as `mlflow-model` or `pickle`; empty when they were not read
    /// @param definition   classes and layers by name
    /// @param parameters   how many weights, -1 when unknown
    /// @param tensors      the first of them
    /// @param execution    what loading would run, as `inspect` says it; empty when it was not looked at
    /// @param imports      names that loading needs and that are not known
    /// @param dependencies as in a requirements file, `python==3.11.7` among them
    /// @param example      the path of an input example; empty when there is none
    public record ModelPart(String format, String framework, Map<String, String> definition, long parameters,
            List<TensorPart> tensors, String execution, List<String> imports, List<PortPart> inputs,
            List<PortPart> outputs, List<String> dependencies, String example, Map<String, String> metadata) {

        public static final ModelPart NONE = new ModelPart("", "", Map.of(), -1, List.of(), "", List.of(), List.of(),
                List.of(), List.of(), "", Map.of());
    }
}
