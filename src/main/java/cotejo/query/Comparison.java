package cotejo.query;

/// A comparison sign.
enum Comparison {
    EQ("="),
    NE("!="),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">=");

    final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    static Comparison of(String sign) {
        return switch (sign) {
            case "=", "==" -> EQ;
            case "!=", "<>" -> NE;
            case "<" -> LT;
            case "<=" -> LE;
            case ">" -> GT;
            case ">=" -> GE;
            default -> throw new IllegalArgumentException(sign);
        };
    }

    boolean equality() {
        return this == EQ || this == NE;
    }
}
