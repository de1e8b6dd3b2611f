package cotejo.dataset.parquet;

import cotejo.dataset.UnreadableData;
import cotejo.dataset.Vector;
import cotejo.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/// The pages of one column chunk, one after the other. Every page is measured, checked against its checksum where it
/// has one, and only then decompressed into a room that is used again. Not for two threads at once.
// Getters of the footer's own format are marked nullable, required fields too. What a damaged file leaves out is caught
// where it is read, and told in a sentence.
@SuppressWarnings("NullAway")
final class ChunkPages {

    /// Most bytes of a page without values: the lengths of its levels.
    private static final int EMPTY = 8;
    private static final int HEADER_GUESS = 256;

    private final ParquetSource source;
    private final ChunkAt chunk;
    private final ColumnMetaData meta;
    private final Physical physical;
    private final PageValues.Room room = new PageValues.Room();
    private byte[] packed = new byte[0];
    private byte[] plain = new byte[0];
    private long at;
    private long headerStart;

    ChunkPages(ParquetSource source, ChunkAt chunk) throws IOException {
        this.source = source;
        this.chunk = chunk;
        this.meta = chunk.meta();
        this.physical = chunk.physical();
        this.at = chunk.start();
    }

    /// A page header and where its data lie.
    record Header(PageHeader page, long data, long next) {
    }

    /// Goes on reading at a page that begins there.
    void seek(long offset) {
        at = offset;
    }

    /// The next header of a data page, without its data; null at the end of the chunk.
    @Nullable Header nextHeader() throws IOException {
        while (at < chunk.end()) {
            Header header = header(at);
            headerStart = at;
            at = header.next();
            if (Page.isData(header.page())) {
                return header;
            }
        }
        return null;
    }

    /// Where the header that was read last begins.
    long headerStart() {
        return headerStart;
    }

    /// Reads the data of a page.
    Page page(Header header) throws IOException {
        PageHeader page = header.page();
        DataPageHeaderV2 two = page.getData_page_header_v2();
        int size = page.getUncompressed_page_size();
        load(header);
        int maxRep = chunk.maxRep();
        int maxDef = chunk.maxDef();
        if (two == null) {
            decompress(0, page.getCompressed_page_size(), 0, size);
            return agreeing(page, Page.one(page.getData_page_header(), plain, size, maxRep, maxDef));
        }
        int levels = Math.addExact(two.getRepetition_levels_byte_length(), two.getDefinition_levels_byte_length());
        if (levels < 0 || two.getRepetition_levels_byte_length() < 0 || levels > size
                || levels > page.getCompressed_page_size()) {
            throw chunk.broken(Texts.get("dataset.parquet.damage.levels"));
        }
        plain = room(plain, size);
        System.arraycopy(packed, 0, plain, 0, levels);
        if (!two.isSetIs_compressed() || two.isIs_compressed()) {
            decompress(levels, page.getCompressed_page_size() - levels, levels, size - levels);
        } else if (page.isSetCrc() && size != page.getCompressed_page_size()) {
            throw chunk.broken(Texts.get("dataset.parquet.damage.unpacked", page.getCompressed_page_size(), size));
        } else {
            System.arraycopy(packed, levels, plain, levels, Math.min(size, page.getCompressed_page_size()) - levels);
        }
        return agreeing(page, Page.two(two, plain, size, maxRep, maxDef));
    }

    /// A checksum covers what lies behind a header: where there is one, the header is held to that.
    private Page agreeing(PageHeader header, Page page) throws IOException {
        if (!header.isSetCrc()) {
            return page;
        }
        if (!listed(page.encoding())) {
            throw chunk.broken(Texts.get("dataset.parquet.damage.header"));
        }
        if (!page.agrees(header, header.getUncompressed_page_size(), chunk,
                meta.getEncodings().contains(Encoding.BIT_PACKED))) {
            throw chunk.broken(Texts.get("dataset.parquet.damage.levels"));
        }
        return page;
    }

    /// Whether the footer says that pages of the chunk are encoded so; the two names of dictionaries mean the same.
    private boolean listed(Encoding encoding) {
        List<Encoding> all = meta.getEncodings();
        boolean coded = encoding == Encoding.PLAIN_DICTIONARY || encoding == Encoding.RLE_DICTIONARY;
        return all == null || all.isEmpty() || all.contains(encoding) || coded
                && (all.contains(Encoding.PLAIN_DICTIONARY) || all.contains(Encoding.RLE_DICTIONARY));
    }

    /// Follows all headers of a chunk whose data pages have checksums, which cover no header: the pages lie one behind
    /// the other to its end, each with a checksum, and hold as many values and rows as the footer says.
    void audit() throws IOException {
        long offset = chunk.start();
        long end = chunk.end();
        long values = 0;
        long rows = 0;
        boolean two = false;
        while (offset < end) {
            Header header = header(offset);
            PageHeader page = header.page();
            if (Page.isData(page)) {
                values += Page.values(page);
                two |= page.isSetData_page_header_v2();
                rows += page.isSetData_page_header_v2() ? page.getData_page_header_v2().getNum_rows() : 0;
                if (!page.isSetCrc()) {
                    throw chunk.broken(Texts.get("dataset.parquet.damage.header"));
                }
            }
            offset = header.next();
        }
        if (values != meta.getNum_values() || two && rows != chunk.rows() || offset > end + chunk.slack()) {
            throw chunk.broken(Texts.get("dataset.parquet.damage.header"));
        }
    }

    /// The values of a page that was read.
    PageValues values(Page page) throws IOException {
        byte[] data = page.data();
        int from = page.from();
        int end = page.end();
        if (page.encoding() == Encoding.PLAIN && page.def() == null && !physical.fits(page.values(), end - from)) {
            throw Damage.of("dataset.parquet.damage.values");
        }
        return switch (page.encoding()) {
            case PLAIN -> switch (physical.name()) {
                case BINARY -> new PageValues.PlainBytes(data, from, end, room);
                case BOOLEAN -> new PageValues.PlainBits(data, from, end, room);
                default -> new PageValues.Plain(data, from, end, physical, room);
            };
            case PLAIN_DICTIONARY, RLE_DICTIONARY -> new PageValues.Coded(data, from, end, dictionary(), room);
            case RLE -> new PageValues.RleBits(data, from, end, room);
            case DELTA_BINARY_PACKED -> new PackedValues.Deltas(data, from, end, physical, room);
            case DELTA_LENGTH_BYTE_ARRAY -> new PackedValues.LengthsFirst(data, from, end, page.values(), room);
            case DELTA_BYTE_ARRAY -> new PackedValues.Prefixes(data, from, end, page.values(), physical);
            case BYTE_STREAM_SPLIT -> PackedValues.split(data, from, end, physical, room);
            default -> throw chunk.broken(Texts.get("dataset.parquet.encoding", page.encoding()));
        };
    }

    private Vector dictionary() throws IOException {
        Vector known = chunk.dictionary();
        if (known != null) {
            return known;
        }
        byte[] pagePlain = plain;
        plain = new byte[0];
        Header header = header(chunk.start());
        if (header.page().getType() != PageType.DICTIONARY_PAGE || header.page().getDictionary_page_header() == null) {
            throw chunk.broken(Texts.get("dataset.parquet.noDictionary"));
        }
        load(header);
        int size = header.page().getUncompressed_page_size();
        decompress(0, header.page().getCompressed_page_size(), 0, size);
        int count = header.page().getDictionary_page_header().getNum_values();
        if (count < 0 || physical.width() != 0 && count > size / Math.max(1, Math.abs(physical.width())) + 1) {
            throw chunk.broken(Texts.get("dataset.parquet.damage.dictionary", count, size));
        }
        PageValues.Room own = new PageValues.Room();
        PageValues values = physical.width() < 0 ? new PageValues.PlainBytes(plain, 0, size, own)
                : physical.width() == 0 ? new PageValues.PlainBits(plain, 0, size, own)
                : new PageValues.Plain(plain, 0, size, physical, own);
        Vector dictionary = values.read(count);
        chunk.keepDictionary(dictionary, size);
        plain = pagePlain;
        return dictionary;
    }

    private Header header(long offset) throws IOException {
        long left = chunk.end() - offset;
        for (int guess = HEADER_GUESS; ; guess *= 4) {
            int length = (int) Math.min(Math.min(guess, Limits.PAGE_HEADER_BYTES), left);
            byte[] bytes = source.file().read(offset, length);
            ByteArrayInputStream in = new ByteArrayInputStream(bytes);
            try {
                PageHeader page = Util.readPageHeader(in);
                long data = offset + length - in.available();
                if (!HeaderFields.sound(bytes)) {
                    throw chunk.broken(Texts.get("dataset.parquet.damage.header"));
                }
                return checked(page, data);
            } catch (UnreadableData said) {
                throw said;
            } catch (IOException | RuntimeException | OutOfMemoryError broken) {
                Optional<String> encoding = PageEncoding.unknown(bytes);
                if (encoding.isPresent()) {
                    throw chunk.broken(Texts.get("dataset.parquet.encoding", encoding.get()));
                }
                if (length == left || length == Limits.PAGE_HEADER_BYTES) {
                    throw chunk.broken(Damage.why(broken));
                }
            }
        }
    }

    private Header checked(PageHeader page, long at) throws IOException {
        int packedSize = page.getCompressed_page_size();
        int size = page.getUncompressed_page_size();
        if (packedSize < 0 || packedSize > chunk.end() - at + chunk.slack()) {
            throw chunk.broken(Texts.get("dataset.parquet.pageBeyond", packedSize));
        }
        if (size < 0 || size > Limits.PAGE_BYTES || Page.values(page) < 0) {
            throw chunk.broken(Texts.get("dataset.parquet.pageSize", Integer.toString(size)));
        }
        boolean data = page.getType() == PageType.DATA_PAGE || page.getType() == PageType.DATA_PAGE_V2;
        if (data != Page.isData(page) || page.isSetCrc() && (data && Page.values(page) == 0 && size > EMPTY
                || meta.getCodec() == CompressionCodec.UNCOMPRESSED && size != packedSize)) {
            throw chunk.broken(Texts.get("dataset.parquet.damage.header"));
        }
        if (size > Limits.BOMB_BYTES && size / Math.max(1, packedSize) > Limits.BOMB_RATIO) {
            throw chunk.broken(Texts.get("dataset.parquet.bomb", packedSize, size));
        }
        return new Header(page, at, at + packedSize);
    }

    private void load(Header header) throws IOException {
        int size = header.page().getCompressed_page_size();
        packed = room(packed, size);
        source.file().read(header.data(), packed, size);
        if (!header.page().isSetCrc()) {
            source.unchecked();
            return;
        }
        if (Page.isData(header.page())) {
            chunk.audit(this);
        }
        CRC32 sum = new CRC32();
        sum.update(packed, 0, size);
        if ((int) sum.getValue() != header.page().getCrc()) {
            throw chunk.broken(Texts.get("dataset.parquet.checksum", Long.toString(header.data())));
        }
        source.checked();
    }

    private void decompress(int from, int length, int into, int size) throws IOException {
        plain = room(plain, into + size);
        if (size == 0) {
            return;
        }
        if (into == 0) {
            Codecs.decompress(meta.getCodec(), packed, from, length, plain, size);
            return;
        }
        byte[] values = new byte[size];
        Codecs.decompress(meta.getCodec(), packed, from, length, values, size);
        System.arraycopy(values, 0, plain, into, size);
    }

    private static byte[] room(byte[] bytes, int needed) {
        return bytes.length >= needed ? bytes : new byte[needed];
    }
}
