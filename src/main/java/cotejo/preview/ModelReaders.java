package cotejo.preview;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The list of all readers of model files, in the order they are asked. A new one is a file and a line here; those
/// that know their files by a few sure bytes come before those that have to try.
final class ModelReaders {

    private static final List<ModelReader> ALL = List.of(new SafetensorsReader(), new ZipReader(), new Hdf5Reader(),
            new GgufReader(), new NpyReader(), new TfLiteReader(), new TorchLegacyReader(), new TarReader(),
            new CompressedReader(), new LightGbmReader(), new XgboostOld(), new UbjReader(), new JsonModelReader(),
            new PmmlReader(), new TensorFlowReader(), new TfCheckpoint(), new OnnxReader(), new CoreMlReader(),
            new PickleReader());

    private ModelReaders() {
    }

    static Optional<ModelReader> of(Candidate candidate) throws IOException {
        for (ModelReader reader : ALL) {
            if (reader.claims(candidate)) {
                return Optional.of(reader);
            }
        }
        return Optional.empty();
    }
}
