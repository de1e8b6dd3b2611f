package cotejo.dataset.parquet;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.protocol.TField;
import shaded.parquet.org.apache.thrift.protocol.TProtocol;
import shaded.parquet.org.apache.thrift.protocol.TProtocolUtil;
import shaded.parquet.org.apache.thrift.transport.TIOStreamTransport;

/// The encoding a page header names by a number that Apache's reader does not know yet: it then refuses the whole
/// header as incomplete. Field numbers are those of parquet.thrift.
final class PageEncoding {

    private static final byte STOP = 0;
    private static final byte I32 = 8;
    private static final int DATA_PAGE = 5;
    private static final int DICTIONARY_PAGE = 7;
    private static final int DATA_PAGE_V2 = 8;
    private static final int KNOWN = 9;
    private static final int ALP = 10;

    private PageEncoding() {
    }

    /// Its name, or its number when it has none here; empty when the header names none beyond those that are known.
    static Optional<String> unknown(byte[] header) {
        try {
            TProtocol in = new TCompactProtocol(new TIOStreamTransport(new ByteArrayInputStream(header)));
            in.readStructBegin();
            for (TField field = in.readFieldBegin(); field.type != STOP; field = in.readFieldBegin()) {
                switch (field.id) {
                    case DATA_PAGE, DICTIONARY_PAGE -> {
                        return named(number(in, 2));
                    }
                    case DATA_PAGE_V2 -> {
                        return named(number(in, 4));
                    }
                    default -> TProtocolUtil.skip(in, field.type);
                }
            }
        } catch (TException | RuntimeException damaged) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static int number(TProtocol in, int wanted) throws TException {
        in.readStructBegin();
        for (TField field = in.readFieldBegin(); field.type != STOP; field = in.readFieldBegin()) {
            if (field.id == wanted && field.type == I32) {
                return in.readI32();
            }
            TProtocolUtil.skip(in, field.type);
        }
        return 0;
    }

    private static Optional<String> named(int number) {
        return number <= KNOWN ? Optional.empty()
                : Optional.of(number == ALP ? "ALP" : Integer.toString(number));
    }
}
