package cotejo.codec.pickle;

import cotejo.codec.pickle.PickleException.Reason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The raw bytes that joblib writes behind the wrapper of an array, in the middle of a pickle
/// (`joblib/numpy_pickle.py`): where the wrapper's state says an alignment, one byte with a count and so many bytes of
/// padding; then the array's bytes, or a pickle of its own for arrays of objects.
final class JoblibArray {

    private final PickleInput input;
    private final PickleFindings findings;
    private final Runnable check;

    JoblibArray(PickleInput input, PickleFindings findings, Runnable check) {
        this.input = input;
        this.findings = findings;
        this.check = check;
    }

    static boolean wrapped(PickleValue.Made made) {
        return made.maker() instanceof PickleValue.Global global && reads(global);
    }

    static boolean reads(PickleValue.Global global) {
        return global.module().equals("joblib.numpy_pickle") && global.name().equals("NumpyArrayWrapper");
    }

    void follow(PickleValue.Made made, PickleValue state) throws IOException {
        if (!(state instanceof PickleValue.Pairs pairs) || !(pairs.get("dtype") instanceof PickleValue.Made type)
                || !type.madeBy("numpy", "dtype") || !(pairs.get("shape") instanceof PickleValue.Group shape)) {
            throw new PickleException(Reason.BROKEN, input.position(), "array wrapper");
        }
        whole(shape);
        if (type.state() instanceof PickleValue.Group said) {
            whole(said);
        }
        if (objects(type)) {
            made.pairs.keys.add(new PickleValue.Text("objects", 7, true));
            made.pairs.values.add(new PickleMachine(input, findings, PickleMachine.Arrays.PLAIN, check).run());
            return;
        }
        long bytes = itemSize(type);
        for (PickleValue length : shape.items()) {
            bytes = times(bytes, length);
        }
        // Whatever it is: joblib asks only whether it is None.
        @Nullable PickleValue alignment = pairs.get("numpy_array_alignment_bytes");
        if (alignment != null && !(alignment instanceof PickleValue.Plain plain && plain.value() == null)) {
            input.skip(input.unsigned());
        }
        input.skip(bytes);
    }

    /// Of a very large graph not everything is kept. An array taken for shorter than it is would hide what follows.
    private void whole(PickleValue.Group group) throws PickleException {
        if (group.size() != group.items().size()) {
            throw new PickleException(Reason.TOO_MUCH, input.position(), "array wrapper");
        }
    }

    private long times(long bytes, PickleValue length) throws PickleException {
        try {
            if (length instanceof PickleValue.Plain plain && plain.value() instanceof Long n && n >= 0) {
                return Math.multiplyExact(bytes, n);
            }
        } catch (ArithmeticException tooLarge) {
            throw new PickleException(Reason.LENGTH, input.position(), "array");
        }
        throw new PickleException(Reason.BROKEN, input.position(), "shape");
    }

    private static @Nullable String code(PickleValue.Made type) {
        return type.arguments() instanceof PickleValue.Group group && !group.items().isEmpty()
                && group.items().getFirst() instanceof PickleValue.Text text ? text.value() : null;
    }

    /// Whether the dtype holds Python objects: by its letter, or by the flag in the state of a structured one
    /// (NPY_ITEM_HASOBJECT of numpy's `ndarraytypes.h`).
    private static boolean objects(PickleValue.Made type) {
        @Nullable String code = code(type);
        boolean structured = type.state() instanceof PickleValue.Group state && state.items().size() > 7
                && state.items().get(7) instanceof PickleValue.Plain flags && flags.value() instanceof Long bits
                && (bits & 1) != 0;
        return structured || code != null && code.startsWith("O");
    }

    /// The size in bytes that the state of a type says, which numpy takes for texts and raw bytes whatever the letter
    /// and number before it said (`arraydescr_setstate` in numpy's `descriptor.c`); -1 when it says none.
    private static long sizeOfState(PickleValue.Made type) {
        return type.state() instanceof PickleValue.Group state && state.items().size() > 5
                && state.items().get(5) instanceof PickleValue.Plain plain && plain.value() instanceof Long size
                ? size : -1;
    }

    private long itemSize(PickleValue.Made type) throws PickleException {
        @Nullable String code = code(type);
        if (code != null && code.matches("[<>|=]?[biufcmMSVU]\\d{1,9}")) {
            String plain = Character.isLetter(code.charAt(0)) ? code : code.substring(1);
            long size = Long.parseLong(plain.substring(1));
            long said = "SUV".indexOf(plain.charAt(0)) < 0 ? -1 : sizeOfState(type);
            return said >= 0 ? said : plain.charAt(0) == 'U' ? 4 * size : size;
        }
        throw new PickleException(Reason.BROKEN, input.position(), "dtype");
    }
}
