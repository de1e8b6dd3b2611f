package cotejo.dataset.parquet;

import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

/// The columns of a file as a tree that says how to put rows together from levels.
final class ParquetSchema {

    /// A part of the tree.
    ///
    /// @param def   the definition level from which on it is not null
    /// @param slot  for lists and maps the definition level from which on an element is there
    /// @param rep   for lists and maps the repetition level of a further element
    /// @param leaf  the number of its leaf; for others of the first leaf below
    record Node(Kind kind, Field field, int def, int slot, int rep, List<Node> parts, int leaf) {

        /// What a part is.
        enum Kind {
            LEAF,
            STRUCT,
            LIST,
            MAP,
            /// Its parts are how it is stored; outside it is one value.
            VARIANT
        }
    }

    private final List<ColumnDescriptor> leaves;
    private final List<Node> columns = new ArrayList<>();
    private final FieldType[] types;
    private int nextLeaf;

    ParquetSchema(MessageType message) {
        this.leaves = message.getColumns();
        this.types = new FieldType[leaves.size()];
        for (Type type : message.getFields()) {
            columns.add(node(type, type.getName(), 0, 0));
        }
    }

    List<Node> columns() {
        return columns;
    }

    List<Field> fields() {
        return columns.stream().map(Node::field).toList();
    }

    ColumnDescriptor leaf(int leaf) {
        return leaves.get(leaf);
    }

    FieldType type(int leaf) {
        return types[leaf];
    }

    int leaves() {
        return leaves.size();
    }

    private Node node(Type type, String name, int def, int rep) {
        if (type.isRepetition(Repetition.REPEATED)) {
            Node element = plain(type, "element", def + 1, rep + 1, Field.Nullness.REQUIRED);
            return list(name, Field.Nullness.REQUIRED, def, def + 1, rep + 1, element);
        }
        boolean optional = type.isRepetition(Repetition.OPTIONAL);
        return plain(type, name, optional ? def + 1 : def, rep,
                optional ? Field.Nullness.NULLABLE : Field.Nullness.REQUIRED);
    }

    private static Node list(String name, Field.Nullness nullness, int def, int slot, int rep, Node element) {
        return new Node(Node.Kind.LIST, new Field(name, new FieldType.ListOf(element.field()), nullness, "LIST"), def,
                slot, rep, List.of(element), element.leaf());
    }

    /// A node whose own repetition is settled.
    private Node plain(Type type, String name, int def, int rep, Field.Nullness nullness) {
        if (type.isPrimitive()) {
            int leaf = nextLeaf++;
            FieldType meaning = ParquetTypes.of(type.asPrimitiveType());
            types[leaf] = meaning;
            String physical = type.asPrimitiveType().getPrimitiveTypeName().name();
            return new Node(Node.Kind.LEAF, new Field(name, meaning, nullness, physical), def, def, rep, List.of(),
                    leaf);
        }
        GroupType group = type.asGroupType();
        LogicalTypeAnnotation annotation = group.getLogicalTypeAnnotation();
        boolean single = group.getFieldCount() == 1 && group.getType(0).isRepetition(Repetition.REPEATED);
        if (single && annotation instanceof ListLogicalTypeAnnotation) {
            return listOf(group, name, def, rep, nullness);
        }
        if (single && ParquetTypes.isMap(annotation) && !group.getType(0).isPrimitive()
                && group.getType(0).asGroupType().getFieldCount() <= 2) {
            return mapOf(group, name, def, rep, nullness);
        }
        int first = nextLeaf;
        List<Node> parts = new ArrayList<>();
        for (Type part : group.getFields()) {
            parts.add(node(part, part.getName(), def, rep));
        }
        if (annotation instanceof LogicalTypeAnnotation.VariantLogicalTypeAnnotation && Variants.are(parts)) {
            return new Node(Node.Kind.VARIANT, new Field(name, new FieldType.Anything("variant"), nullness, "GROUP"),
                    def, def, rep, parts, first);
        }
        return new Node(Node.Kind.STRUCT, new Field(name, new FieldType.Struct(parts.stream().map(Node::field)
                .toList()), nullness, "GROUP"), def, def, rep, parts, first);
    }

    /// A list, by the rules of the format for lists of three levels and for the older ones of two.
    private Node listOf(GroupType group, String name, int def, int rep, Field.Nullness nullness) {
        Type repeated = group.getType(0);
        boolean twoLevels = repeated.isPrimitive() || repeated.asGroupType().getFieldCount() != 1
                || repeated.getName().equals("array") || repeated.getName().equals(group.getName() + "_tuple")
                || repeated.asGroupType().getType(0).isRepetition(Repetition.REPEATED);
        Node element;
        if (twoLevels) {
            element = plain(repeated, repeated.getName(), def + 1, rep + 1, Field.Nullness.REQUIRED);
        } else {
            Type inner = repeated.asGroupType().getType(0);
            element = node(inner, repeated.getName() + "." + inner.getName(), def + 1, rep + 1);
        }
        return list(name, nullness, def, def + 1, rep + 1, element);
    }

    private Node mapOf(GroupType group, String name, int def, int rep, Field.Nullness nullness) {
        GroupType repeated = group.getType(0).asGroupType();
        List<Node> parts = new ArrayList<>();
        for (Type part : repeated.getFields()) {
            parts.add(node(part, repeated.getName() + "." + part.getName(), def + 1, rep + 1));
        }
        Field key = parts.getFirst().field();
        Field value = parts.size() == 2 ? parts.get(1).field()
                : Field.of(repeated.getName() + ".value", new FieldType.Nothing());
        return new Node(Node.Kind.MAP, new Field(name, new FieldType.MapOf(key, value), nullness, "MAP"), def, def + 1,
                rep + 1, parts, parts.getFirst().leaf());
    }
}
