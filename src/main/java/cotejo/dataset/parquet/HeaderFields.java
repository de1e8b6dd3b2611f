package cotejo.dataset.parquet;

import java.io.ByteArrayInputStream;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.protocol.TField;
import shaded.parquet.org.apache.thrift.protocol.TProtocol;
import shaded.parquet.org.apache.thrift.protocol.TProtocolUtil;
import shaded.parquet.org.apache.thrift.transport.TIOStreamTransport;

/// The fields of a page header as they lie in the file. Apache's reader passes over one that has another type than it
/// should have: a checksum whose tag was altered would then not be there. Numbers and types are those of
/// parquet.thrift.
final class HeaderFields {

    private static final byte STOP = 0;
    private static final byte I32 = 8;
    private static final byte STRUCT = 12;
    private static final int LAST_NUMBER = 4;
    private static final int LAST = 8;

    private HeaderFields() {
    }

    /// Whether every field that is known has the type it should have.
    static boolean sound(byte[] header) {
        try {
            TProtocol in = new TCompactProtocol(new TIOStreamTransport(new ByteArrayInputStream(header)));
            in.readStructBegin();
            for (TField field = in.readFieldBegin(); field.type != STOP; field = in.readFieldBegin()) {
                if (field.id < 1 || field.id <= LAST && field.type != (field.id <= LAST_NUMBER ? I32
                        : STRUCT)) {
                    return false;
                }
                TProtocolUtil.skip(in, field.type);
            }
            return true;
        } catch (TException | RuntimeException damaged) {
            return false;
        }
    }
}
