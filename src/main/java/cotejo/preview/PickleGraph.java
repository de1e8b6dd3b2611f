package cotejo.preview;

import cotejo.codec.pickle.PickleValue;
import cotejo.codec.pickle.PickleValue.Group;
import cotejo.codec.pickle.PickleValue.Made;
import cotejo.codec.pickle.PickleValue.Pairs;
import cotejo.codec.pickle.PickleValue.Plain;
import cotejo.codec.pickle.PickleValue.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the values of a pickle as the libraries that wrote them meant them: classes, attributes, arrays, tensors.
final class PickleGraph {

    private static final Map<String, String> STORAGES = Map.ofEntries(Map.entry("FloatStorage", "torch.float32"),
            Map.entry("DoubleStorage", "torch.float64"), Map.entry("HalfStorage", "torch.float16"),
            Map.entry("BFloat16Storage", "torch.bfloat16"), Map.entry("LongStorage", "torch.int64"),
            Map.entry("IntStorage", "torch.int32"), Map.entry("ShortStorage", "torch.int16"),
            Map.entry("CharStorage", "torch.int8"), Map.entry("ByteStorage", "torch.uint8"),
            Map.entry("BoolStorage", "torch.bool"), Map.entry("ComplexFloatStorage", "torch.complex64"),
            Map.entry("ComplexDoubleStorage", "torch.complex128"), Map.entry("QInt8Storage", "torch.qint8"),
            Map.entry("QUInt8Storage", "torch.quint8"), Map.entry("QInt32Storage", "torch.qint32"));

    private PickleGraph() {
    }

    /// The name of the numbers in a storage of torch.
    static String storage(String type) {
        return STORAGES.getOrDefault(type, type);
    }

    /// The class of an object, as `module.name`, or null when it is none.
    static @Nullable String type(PickleValue value) {
        if (!(value instanceof Made made) || !(made.maker() instanceof PickleValue.Global maker)) {
            return null;
        }
        boolean through = maker.module().startsWith("copy") && (maker.name().equals("_reconstructor")
                || maker.name().startsWith("__newobj"));
        if (through) {
            return argument(made, 0) instanceof PickleValue.Global type ? type.full() : null;
        }
        return maker.full();
    }

    static @Nullable PickleValue argument(Made made, int index) {
        return made.arguments() instanceof Group group && group.items().size() > index
                ? group.items().get(index) : null;
    }

    /// The attributes of an object in their order: of its state, of both halves of one with slots, or of a dict.
    static Map<String, PickleValue> attributes(PickleValue value) {
        Map<String, PickleValue> attributes = new LinkedHashMap<>();
        switch (value) {
            case Pairs pairs -> put(pairs, attributes);
            case Made made -> {
                put(made.pairs(), attributes);
                if (made.state() instanceof Pairs state) {
                    put(state, attributes);
                } else if (made.state() instanceof Group halves && halves.items().size() <= 4) {
                    halves.items().forEach(half -> {
                        if (half instanceof Pairs pairs) {
                            put(pairs, attributes);
                        }
                    });
                }
            }
            case PickleValue _ -> { }
        }
        return attributes;
    }

    private static void put(Pairs pairs, Map<String, PickleValue> into) {
        for (int i = 0; i < pairs.keys().size(); i++) {
            PickleValue key = pairs.keys().get(i);
            if (key instanceof Text text) {
                into.put(text.value(), pairs.values().get(i));
            } else if (key instanceof Plain plain) {
                into.put(plain.toString(), pairs.values().get(i));
            }
        }
    }

    /// The tensor or array a value stands for, under the given name; null when it is none.
    static @Nullable Tensor tensor(PickleValue value, String name) {
        if (!(value instanceof Made made) || !(made.maker() instanceof PickleValue.Global maker)) {
            return null;
        }
        return switch (maker.name()) {
            case "_rebuild_tensor_v2", "_rebuild_tensor", "_rebuild_tensor_v3", "_rebuild_qtensor" ->
                torchTensor(made, name);
            case "_rebuild_parameter", "_rebuild_parameter_with_state" ->
                argument(made, 0) instanceof Made data ? tensor(data, name) : null;
            case "_rebuild_from_type_v2" -> argument(made, 2) instanceof Group inner && !inner.items().isEmpty()
                    ? torchTensor(new Parts(inner), name) : null;
            case "_reconstruct" -> made.state() instanceof Group state && state.items().size() >= 3
                    ? array(state.items().get(1), state.items().get(2), name) : null;
            case "_frombuffer" -> array(argument(made, 2), argument(made, 1), name);
            case "NumpyArrayWrapper" -> made.state() instanceof Pairs state
                    ? array(state.get("shape"), state.get("dtype"), name) : null;
            default -> null;
        };
    }

    private static @Nullable Tensor torchTensor(Made made, String name) {
        return made.arguments() instanceof Group group ? torchTensor(new Parts(group), name) : null;
    }

    /// The arguments of a call.
    private record Parts(Group group) {
        @Nullable PickleValue at(int index) {
            return group.items().size() > index ? group.items().get(index) : null;
        }
    }

    /// A tensor of `torch._utils._rebuild_tensor_v2(storage, offset, size, stride, …)`.
    private static @Nullable Tensor torchTensor(Parts parts, String name) {
        if (!(parts.at(2) instanceof Group size)) {
            return null;
        }
        String dtype = "?";
        if (parts.at(0) instanceof PickleValue.Persistent storage && storage.id() instanceof Group id
                && id.items().size() > 1 && id.items().get(1) instanceof PickleValue.Global type) {
            dtype = storage(type.name());
        }
        for (int i = 4; i < 8; i++) {
            if (parts.at(i) instanceof PickleValue.Global type && type.module().equals("torch")) {
                dtype = type.full();
            }
        }
        List<Long> shape = shape(size);
        return shape == null ? null : new Tensor(name, dtype, shape, Dtypes.bytes(dtype, shape));
    }

    private static @Nullable Tensor array(@Nullable PickleValue shapeValue, @Nullable PickleValue type, String name) {
        List<Long> shape = shapeValue instanceof Group group ? shape(group) : null;
        if (shape == null || !(type instanceof Made dtype)
                || !(argument(dtype, 0) instanceof Text code)) {
            return null;
        }
        String written = code.value();
        String named = Dtypes.numpy(written);
        return new Tensor(name, named, shape, Dtypes.bytes(named, shape));
    }

    private static @Nullable List<Long> shape(Group group) {
        List<Long> shape = new ArrayList<>();
        for (PickleValue length : group.items()) {
            if (!(length instanceof Plain plain) || !(plain.value() instanceof Long n) || n < 0) {
                return null;
            }
            shape.add(n);
        }
        return group.size() == shape.size() ? shape : null;
    }
}
