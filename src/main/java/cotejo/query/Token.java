package cotejo.query;

/// A piece of a filter text, from `start` to before `end`.
///
/// @param text the value of a STRING without its quotes, the text key of what is wrong for BAD, else the piece itself
record Token(Kind kind, int start, int end, String text) {

    enum Kind {
        WORD,
        NUMBER,
        STRING,
        OPERATOR,
        OPEN,
        CLOSE,
        COMMA,
        BAD,
        END
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /// Whether it is this keyword; keywords may be written in any case.
    boolean word(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }
}
