package cotejo.codec.pickle;

/// Says a value in a few words.
final class PickleSay {

    private static final int LONG = 80;

    private PickleSay() {
    }

    static String of(PickleValue value) {
        return switch (value) {
            case PickleValue.Plain plain -> plain.toString();
            case PickleValue.Text text -> text.value().length() > LONG ? text.value().substring(0, LONG) + "…"
                    : text.value();
            case PickleValue.Bytes bytes -> bytes.length() + " bytes";
            case PickleValue.Global global -> global.full();
            case PickleValue.Group group -> first(group);
            case PickleValue.Pairs _ -> "dict";
            case PickleValue.Made made -> made.maker() instanceof PickleValue.Global global ? global.full() + "(…)"
                    : "?(…)";
            case PickleValue.Persistent _ -> "outside";
            case PickleValue.Unknown _ -> "?";
        };
    }

    private static String first(PickleValue.Group group) {
        return group.items().isEmpty() || group.items().getFirst() instanceof PickleValue.Group ? "(…)"
                : "(" + of(group.items().getFirst()) + ", …)";
    }
}
