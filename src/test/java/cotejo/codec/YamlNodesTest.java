package cotejo.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlNodesTest {

    private static Map<String, YamlNodes.Node> mapping(String text) throws YamlException {
        return assertInstanceOf(YamlNodes.Mapping.class,
                YamlNodes.parse(text.getBytes(StandardCharsets.UTF_8))).entries();
    }

    private static YamlException refused(String text) {
        return assertThrows(YamlException.class, () -> YamlNodes.parse(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({"12e45678", "0o17", "1_000", "yes", "2001-01-01", "0x1F", ".inf", "1e3"})
    void scalarsKeepTheirText(String text) throws YamlException {
        assertEquals(new YamlNodes.Scalar(text, false), mapping("a: " + text).get("a"));
    }

    @Test
    void onlyUnquotedNullIsNothing() throws YamlException {
        Map<String, YamlNodes.Node> map = mapping("a: null\nb: 'null'\nc: ~\nd:\ne: ''\n");
        assertEquals(new YamlNodes.Scalar("null", true), map.get("a"));
        assertEquals(new YamlNodes.Scalar("null", false), map.get("b"));
        assertEquals(new YamlNodes.Scalar("~", true), map.get("c"));
        assertEquals(new YamlNodes.Scalar("", true), map.get("d"));
        assertEquals(new YamlNodes.Scalar("", false), map.get("e"));
    }

    @Test
    void whatPyYamlWritesIsUnderstood() throws YamlException {
        Map<String, YamlNodes.Node> map = mapping("name: \"tab\\there \\U0001F600\"\nlong: 'one\n  two'\ntags: []\n"
                + "aliases: {}\ntext: |-\n  x\n  y\n");
        assertEquals(new YamlNodes.Scalar("tab\there \uD83D\uDE00", false), map.get("name"));
        assertEquals(new YamlNodes.Scalar("one two", false), map.get("long"));
        assertEquals(new YamlNodes.Sequence(List.of()), map.get("tags"));
        assertEquals(new YamlNodes.Mapping(Map.of()), map.get("aliases"));
        assertEquals(new YamlNodes.Scalar("x\ny", false), map.get("text"));
    }

    @Test
    void pythonObjectsAreNotBuilt() throws YamlException {
        assertEquals(new YamlNodes.Sequence(List.of(new YamlNodes.Scalar("ls", false))),
                mapping("a: !!python/object/apply:os.system [ls]").get("a"));
        assertEquals(new YamlNodes.Scalar("x", false), mapping("a: !!javax.script.ScriptEngineManager x").get("a"));
    }

    @Test
    void anAliasSharesItsNode() throws YamlException {
        Map<String, YamlNodes.Node> map = mapping("a: &x 1\nb: *x\n");
        assertEquals(map.get("a"), map.get("b"));
    }

    @Test
    void nothingIsNoDocument() throws YamlException {
        assertNull(YamlNodes.parse(new byte[0]));
        assertNull(YamlNodes.parse("# only words\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void errorsSayWhatAndWhere() {
        assertEquals(YamlException.Reason.TAB, refused("a: 1\n\tb: 2\n").reason());
        assertEquals(2, refused("a: 1\n\tb: 2\n").line());
        assertEquals(YamlException.Reason.SYNTAX, refused("a: 1\nb: [\n").reason());
        assertEquals(3, refused("a: 1\nb: 2\nc: \u0001\n").line());
        assertEquals(YamlException.Reason.TOO_DEEP, refused("[".repeat(60)).reason());
        assertEquals(YamlException.Reason.TOO_MANY_ALIASES,
                refused("a: &x 1\nb: [" + "*x, ".repeat(51) + "]").reason());
        assertEquals(YamlException.Reason.TOO_LARGE, refused("x".repeat(YamlNodes.MAX_BYTES + 1)).reason());
    }
}
