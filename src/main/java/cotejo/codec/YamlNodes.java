package cotejo.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads YAML into plain nodes whose scalars keep their written text.
///
/// Nothing is resolved: PyYAML writes YAML 1.1, where the dataset digest `12e45678` is a string and stands there
/// without quotes; a YAML 1.2 resolver makes a number of it. Tags are ignored, so no object is ever built.
///
/// Hostile input is bounded: at most [#MAX_BYTES] are looked at, [#MAX_DEPTH] levels and [#MAX_ALIASES] aliases; an
/// alias shares its node, so nothing multiplies.
public final class YamlNodes {

    /// The largest document that is read.
    public static final int MAX_BYTES = 3_000_000;
    /// The deepest nesting.
    public static final int MAX_DEPTH = 50;
    /// The most aliases in one document.
    public static final int MAX_ALIASES = 50;

    /// A node of the document.
    public sealed interface Node permits Scalar, Sequence, Mapping {
    }

    /// A scalar.
    ///
    /// @param text  as written, quotes and escapes undone
    /// @param empty true when it stands for nothing: unquoted `null`, `~`, or no text at all
    public record Scalar(String text, boolean empty) implements Node {
    }

    /// A sequence.
    public record Sequence(List<Node> items) implements Node {
    }

    /// A mapping; of a key written twice the last counts, as in PyYAML. Keys that are not scalars are left out.
    public record Mapping(Map<String, Node> entries) implements Node {
    }

    private final Iterator<Event> events;
    private final Map<Anchor, Node> anchors = new HashMap<>();
    private int aliases;
    private int line;

    private YamlNodes(Iterator<Event> events) {
        this.events = events;
    }

    /// Reads the first document.
    ///
    /// @return the document's node, or null when there is none
    /// @throws YamlException when it is no YAML or beyond the limits, with the line
    public static @Nullable Node parse(byte[] utf8) throws YamlException {
        if (utf8.length > MAX_BYTES) {
            throw new YamlException(YamlException.Reason.TOO_LARGE, 0, "more than " + MAX_BYTES + " bytes");
        }
        String text = new String(utf8, StandardCharsets.UTF_8);
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(MAX_BYTES).setParseComments(false).build();
        YamlNodes reader = new YamlNodes(new Parse(settings).parseString(text).iterator());
        try {
            return reader.document();
        } catch (MarkedYamlEngineException e) {
            int at = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(reader.line);
            boolean tab = e.getProblem() != null && e.getProblem().contains("TAB");
            throw new YamlException(tab ? YamlException.Reason.TAB : YamlException.Reason.SYNTAX, at, e);
        } catch (ReaderException e) {
            throw new YamlException(YamlException.Reason.SYNTAX, lineOf(text, e.getPosition()), e);
        } catch (YamlEngineException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new YamlException(YamlException.Reason.SYNTAX, Math.max(1, reader.line), e);
        }
    }

    private static int lineOf(String text, int codePoint) {
        int end = text.offsetByCodePoints(0, Math.min(Math.max(0, codePoint), text.codePointCount(0, text.length())));
        return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }

    private @Nullable Node document() throws YamlException {
        while (events.hasNext()) {
            Event event = next();
            if (event instanceof NodeEvent) {
                return node(event, 1);
            }
        }
        return null;
    }

    private Event next() {
        Event event = events.next();
        line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(line);
        return event;
    }

    private Node node(Event event, int depth) throws YamlException {
        if (depth > MAX_DEPTH) {
            throw new YamlException(YamlException.Reason.TOO_DEEP, line, "more than " + MAX_DEPTH + " levels");
        }
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        Node node = switch (event) {
            case ScalarEvent scalar -> new Scalar(scalar.getValue(), scalar.isPlain() && nothing(scalar.getValue()));
            case SequenceStartEvent _ -> new Sequence(items(depth));
            case MappingStartEvent _ -> new Mapping(entries(depth));
            default -> throw new YamlException(YamlException.Reason.SYNTAX, line, "unexpected " + event.getEventId());
        };
        if (event instanceof NodeEvent anchored) {
            anchored.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        }
        return node;
    }

    private Node aliased(AliasEvent alias) throws YamlException {
        aliases++;
        if (aliases > MAX_ALIASES) {
            throw new YamlException(YamlException.Reason.TOO_MANY_ALIASES, line,
                    "more than " + MAX_ALIASES + " aliases");
        }
        Node node = anchors.get(alias.getAlias());
        if (node == null) {
            throw new YamlException(YamlException.Reason.SYNTAX, line, "alias without anchor");
        }
        return node;
    }

    private List<Node> items(int depth) throws YamlException {
        List<Node> items = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            items.add(node(event, depth + 1));
        }
        return items;
    }

    private Map<String, Node> entries(int depth) throws YamlException {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            Node key = node(event, depth + 1);
            Node value = node(next(), depth + 1);
            if (key instanceof Scalar scalar) {
                entries.put(scalar.text(), value);
            }
        }
        return entries;
    }

    private static boolean nothing(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> true;
            default -> false;
        };
    }
}
