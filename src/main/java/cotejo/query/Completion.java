package cotejo.query;

import cotejo.model.RunFrame;
import cotejo.query.Token.Kind;
import java.util.List;

/// What could be written at the caret of an unfinished filter text.
///
/// @param from        where the range to replace starts
/// @param to          where it ends; equal to `from` when something is to be inserted
/// @param suggestions the likeliest first
public record Completion(int from, int to, List<Suggestion> suggestions) {

    private static final int MOST = 50;

    /// Looks what fits at the caret, from the keys and values that the frame's runs have. Works on any text.
    public static Completion at(String text, int caret, RunFrame frame) {
        int place = Math.max(0, Math.min(caret, text.length()));
        List<Token> tokens = Lexer.tokens(text, Dialect.COTEJO);
        int count = 0;
        while (tokens.get(count).end() < place) {
            count++;
        }
        Token here = tokens.get(count);
        boolean unclosed = unclosed(here) || here.is(Kind.STRING) && tokens.stream().anyMatch(Completion::unclosed);
        boolean closed = here.is(Kind.STRING) && here.end() == place;
        boolean typing = here.start() < place && !closed
                && (unclosed || here.is(Kind.WORD) || here.is(Kind.NUMBER) || here.is(Kind.STRING));
        boolean behind = !typing && here.start() < place;
        Situation situation = Situation.after(tokens.subList(0, behind ? count + 1 : count), text);
        int from = typing ? here.start() : place;
        int to = typing ? (unclosed ? place : here.end()) : place;
        List<Suggestion> found = new Suggester(frame, situation).suggest(text.substring(from, place));
        return new Completion(from, to, found.stream().distinct().limit(MOST).toList());
    }

    /// A quote that was just begun takes what follows up to the next quote for its own, and leaves that one unclosed.
    private static boolean unclosed(Token token) {
        return token.is(Kind.BAD) && token.text().equals("query.error.unclosed");
    }
}
