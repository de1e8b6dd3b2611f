package cotejo.codec.pickle;

import cotejo.codec.pickle.PickleException.Reason;
import cotejo.codec.pickle.PickleFindings.Trick;
import cotejo.codec.pickle.PickleValue.Group;
import cotejo.codec.pickle.PickleValue.Kind;
import cotejo.codec.pickle.PickleValue.Pairs;
import cotejo.codec.pickle.PickleValue.Plain;
import cotejo.codec.pickle.PickleValue.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Follows the instructions of a pickle of protocols 0 to 5 over values that only say what would be made. Nothing is
/// imported, called or built. The instructions and their effects are those of CPython's `pickle.py` and `_pickle.c`;
/// as there, an instruction of a later protocol than the one said is followed all the same.
///
/// Bounded: what is kept of the graph stays below [PickleGroups#MOST_KEPT] values; beyond, groups are counted and no
/// longer kept. The stack and the memo hold some million entries, lines 64 KiB. Whatever goes beyond ends with a
/// [PickleException], and what was met before stands in the findings.
public final class PickleMachine {

    private static final long MOST_INSTRUCTIONS = 400_000_000L;
    private static final int MEMO_BYTES = 128 << 20;
    private static final int TEXT = 1 << 16;
    private static final int NESTED = 16 << 20;
    private static final Plain[] SMALL = new Plain[256];
    private static final Plain NONE = new Plain(null);
    private static final Plain TRUE = new Plain(true);
    private static final Plain FALSE = new Plain(false);

    static {
        for (int i = 0; i < SMALL.length; i++) {
            SMALL[i] = new Plain((long) i);
        }
    }

    /// How arrays that joblib splices into a pickle are met.
    public enum Arrays {
        /// As joblib does: raw bytes after a wrapper are passed over.
        SPLICED,
        /// As plain pickle does: the stream simply goes on.
        PLAIN
    }

    private final PickleInput input;
    private final PickleFindings findings;
    private final Arrays arrays;
    private final Runnable check;
    private final UnaryOperator<PickleValue> outside;
    private final PickleStack stack;
    private final PickleGroups groups;
    private long memoBytes;

    /// @param check called now and then; may throw to stop
    public PickleMachine(PickleInput input, PickleFindings findings, Arrays arrays, Runnable check) {
        this(input, findings, arrays, check, PickleValue.Persistent::new);
    }

    /// @param outside given the id of every object outside the stream, says what it is
    public PickleMachine(PickleInput input, PickleFindings findings, Arrays arrays, Runnable check,
                         UnaryOperator<PickleValue> outside) {
        this.input = input;
        this.findings = findings;
        this.arrays = arrays;
        this.check = check;
        this.outside = outside;
        this.stack = new PickleStack(input);
        this.groups = new PickleGroups(stack, findings);
    }

    /// Follows one pickle to its end.
    ///
    /// @return what it would give
    /// @throws PickleException when it breaks; the findings so far stand
    public PickleValue run() throws IOException {
        findings.streamBegins();
        long count = 0;
        try {
            while (true) {
                int instruction = input.read();
                if (instruction < 0) {
                    throw new PickleException(Reason.ENDS_EARLY, input.position(), "end of file");
                }
                if ((++count & 0xffff) == 0) {
                    check.run();
                    if (count > MOST_INSTRUCTIONS) {
                        throw new PickleException(Reason.TOO_MUCH, input.position(), "instructions");
                    }
                }
                if (instruction == '.') {
                    return stack.last();
                }
                step(instruction);
            }
        } finally {
            findings.done(count);
        }
    }

    private void step(int instruction) throws IOException {
        if (instruction >= 0x80) {
            later(instruction);
            return;
        }
        switch (instruction) {
            case 'K' -> stack.push(SMALL[input.unsigned()]);
            case 'q' -> memoize(input.unsigned());
            case 'h' -> stack.push(stack.get(input.unsigned()));
            case '(' -> stack.mark();
            case 'M' -> stack.push(new Plain(input.little(2)));
            case 'J' -> stack.push(new Plain((long) input.signed()));
            case 'N' -> stack.push(NONE);
            case 'G' -> stack.push(new Plain(Double.longBitsToDouble(input.big())));
            case 'X' -> stack.push(text(input.little(4)));
            case 'B' -> stack.push(bytes(input.little(4)));
            case 'C' -> stack.push(bytes(input.unsigned()));
            case 'T' -> stack.push(text(input.signed()));
            case 'U' -> stack.push(text(input.unsigned()));
            case 'S' -> stack.push(PickleText.quoted(input.line()));
            case 'V' -> stack.push(PickleText.raw(input.line()));
            case 'I', 'L' -> stack.push(PickleText.whole(input.word()));
            case 'F' -> stack.push(PickleText.real(input.word()));
            default -> structure(instruction);
        }
    }

    private void structure(int instruction) throws IOException {
        switch (instruction) {
            case ']' -> stack.push(new Group(Kind.LIST, new ArrayList<>(4)));
            case '}' -> stack.push(new Pairs());
            case ')' -> stack.push(new Group(Kind.TUPLE, List.of()));
            case 'l' -> stack.push(groups.group(Kind.LIST, stack.sinceMark()));
            case 't' -> stack.push(groups.group(Kind.TUPLE, stack.sinceMark()));
            case 'd' -> {
                Pairs pairs = new Pairs();
                groups.put(pairs, stack.sinceMark());
                stack.push(pairs);
            }
            case 'a' -> groups.append(List.of(stack.pop()));
            case 'e' -> groups.append(stack.sinceMark());
            case 's' -> {
                PickleValue value = stack.pop();
                groups.set(List.of(stack.pop(), value));
            }
            case 'u' -> groups.set(stack.sinceMark());
            case '0' -> stack.drop();
            case '1' -> stack.sinceMark();
            case '2' -> stack.push(stack.top());
            case 'p' -> memoize(number(input.word()));
            case 'r' -> memoize(input.little(4));
            case 'g' -> stack.push(stack.get(number(input.word())));
            case 'j' -> stack.push(stack.get(input.little(4)));
            default -> object(instruction);
        }
    }

    private void object(int instruction) throws IOException {
        switch (instruction) {
            case 'c' -> {
                String module = input.word();
                stack.push(global(module, input.word()));
            }
            case 'R' -> {
                PickleValue arguments = stack.pop();
                stack.push(made(stack.pop(), arguments));
            }
            case 'b' -> build();
            case 'i' -> {
                String module = input.word();
                PickleValue type = global(module, input.word());
                stack.push(made(type, groups.group(Kind.TUPLE, stack.sinceMark())));
            }
            case 'o' -> {
                List<PickleValue> parts = stack.sinceMark();
                if (parts.isEmpty()) {
                    throw stack.broken("object without a type");
                }
                stack.push(made(parts.getFirst(), groups.group(Kind.TUPLE, parts.subList(1, parts.size()))));
            }
            case 'P' -> persistent(new Text(input.word(), 0, true));
            case 'Q' -> persistent(stack.pop());
            default -> throw new PickleException(Reason.NO_INSTRUCTION, input.position() - 1,
                    "0x" + Integer.toHexString(instruction));
        }
    }

    private void later(int instruction) throws IOException {
        switch (instruction) {
            case 0x94 -> stack.memoize(keepable(stack.top()));
            case 0x8c -> stack.push(text(input.unsigned()));
            case 0x85, 0x86, 0x87 -> tuple(instruction - 0x84);
            case 0x88 -> stack.push(TRUE);
            case 0x89 -> stack.push(FALSE);
            case 0x8a -> stack.push(big(input.unsigned()));
            case 0x8b -> stack.push(big(input.signed()));
            case 0x8d -> stack.push(text(input.little(8)));
            case 0x8e, 0x96 -> stack.push(bytes(input.little(8)));
            case 0x8f -> stack.push(new Group(Kind.SET, new ArrayList<>(4)));
            case 0x90 -> groups.append(stack.sinceMark());
            case 0x91 -> stack.push(groups.group(Kind.FROZEN_SET, stack.sinceMark()));
            case 0x80 -> protocol(input.unsigned());
            case 0x95 -> input.little(8);
            case 0x97 -> stack.push(PickleStack.unknown());
            case 0x98 -> stack.top();
            default -> laterObject(instruction);
        }
    }

    private void laterObject(int instruction) throws IOException {
        switch (instruction) {
            case 0x81 -> {
                PickleValue arguments = stack.pop();
                stack.push(made(stack.pop(), arguments));
            }
            case 0x92 -> {
                PickleValue named = stack.pop();
                PickleValue arguments = stack.pop();
                stack.push(made(stack.pop(), groups.group(Kind.TUPLE, List.of(arguments, named))));
            }
            case 0x93 -> {
                PickleValue name = stack.pop();
                stack.push(global(stack.pop(), name));
            }
            case 0x82 -> extension(input.unsigned());
            case 0x83 -> extension(input.little(2));
            case 0x84 -> extension(input.signed());
            default -> throw new PickleException(Reason.NO_INSTRUCTION, input.position() - 1,
                    "0x" + Integer.toHexString(instruction));
        }
    }

    private void protocol(int version) throws PickleException {
        if (version > 5) {
            throw stack.broken("protocol " + version);
        }
        findings.protocol(version);
    }

    private void tuple(int size) throws PickleException {
        PickleValue[] items = new PickleValue[size];
        for (int i = size - 1; i >= 0; i--) {
            items[i] = stack.pop();
        }
        stack.push(groups.group(Kind.TUPLE, List.of(items)));
    }

    private PickleValue text(long length) throws IOException {
        byte[] head = input.take(length, TEXT);
        return new Text(new String(head, StandardCharsets.UTF_8), length, head.length == length);
    }

    private PickleValue bytes(long length) throws IOException {
        boolean pickle = length > 3 && input.peek() == 0x80 && length <= NESTED;
        byte[] head = input.take(length, pickle ? NESTED : 64);
        if (pickle && head[1] >= 0 && head[1] <= 5) {
            findings.nested(head);
        }
        return new PickleValue.Bytes(head.length > 64 ? java.util.Arrays.copyOf(head, 64) : head, length);
    }

    private PickleValue big(int length) throws IOException {
        byte[] digits = input.take(length, 64);
        if (length > 8) {
            StringBuilder hex = new StringBuilder("0x");
            for (int i = digits.length - 1; i >= 0; i--) {
                hex.append(String.format("%02x", digits[i]));
            }
            return new Plain(hex.toString());
        }
        long value = length > 0 && digits[length - 1] < 0 ? -1 : 0;
        for (int i = length - 1; i >= 0; i--) {
            value = value << 8 | digits[i] & 0xff;
        }
        return new Plain(value);
    }

    private long number(String line) throws PickleException {
        try {
            return Long.parseLong(line.strip());
        } catch (NumberFormatException noNumber) {
            throw stack.broken("memo");
        }
    }

    private void memoize(long place) throws PickleException {
        stack.put(place, keepable(stack.top()));
    }

    /// What the memo keeps: everything, until that would be too much; then no more long texts and numbers.
    private PickleValue keepable(PickleValue value) {
        if (value instanceof Text text) {
            memoBytes += 64 + text.value().length();
        } else if (value instanceof PickleValue.Bytes || value instanceof Plain) {
            memoBytes += 64;
        }
        return memoBytes > MEMO_BYTES && (value instanceof Text || value instanceof Plain)
                ? PickleStack.unknown() : value;
    }

    private PickleValue global(PickleValue module, PickleValue name) throws PickleException {
        if (module instanceof Text m && name instanceof Text n && m.whole() && n.whole()) {
            return global(m.value(), n.value());
        }
        findings.odd(Trick.HIDES_A_NAME, PickleSay.of(module) + "." + PickleSay.of(name));
        return PickleStack.unknown();
    }

    private PickleValue global(String module, String name) throws PickleException {
        PickleValue.Global global = new PickleValue.Global(module, name);
        findings.imported(global, input.position());
        return global;
    }

    private void extension(long code) throws PickleException {
        findings.odd(Trick.EXTENSION_CODE, Long.toString(code));
        stack.push(PickleStack.unknown());
    }

    private void persistent(PickleValue id) throws PickleException {
        findings.odd(Trick.OUTSIDE_OBJECT, PickleSay.of(id));
        stack.push(outside.apply(id));
    }

    private PickleValue made(PickleValue maker, PickleValue arguments) {
        groups.handed(arguments);
        if (!(maker instanceof PickleValue.Global)) {
            findings.odd(Trick.CALLS_A_RESULT, PickleSay.of(maker));
        }
        return new PickleValue.Made(maker, arguments);
    }

    private void build() throws IOException {
        PickleValue state = stack.pop();
        groups.handed(state);
        switch (stack.top()) {
            case PickleValue.Made made -> {
                made.state = state;
                if (arrays == Arrays.SPLICED && JoblibArray.wrapped(made)) {
                    new JoblibArray(input, findings, check).follow(made, state);
                }
            }
            case PickleValue.Global global -> findings.odd(Trick.CHANGES_AN_IMPORT, global.full());
            case PickleValue.Persistent outside ->
                findings.odd(Trick.CHANGES_AN_IMPORT, PickleSay.of(outside.id()));
            case PickleValue.Unknown _ -> { }
            case PickleValue other -> findings.odd(Trick.CHANGES_AN_IMPORT, PickleSay.of(other));
        }
    }
}
