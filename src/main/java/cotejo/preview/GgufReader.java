package cotejo.preview;

import cotejo.codec.Blob;
import cotejo.preview.CodeName.Verdict;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// GGUF (`ggml/docs/gguf.md`), versions 1 to 3, of both byte orders: keys with values, and tensors by their headers.
/// Lengths stand in reverse order there and are turned round.
final class GgufReader implements ModelReader {

    private static final int MOST_KEYS = 100_000;
    private static final int LONG_TEXT = 64 << 10;
    /// What a template for chats needs none of, and a way out of its sandbox does.
    private static final Pattern TRICK = Pattern
            .compile("__\\w+__|\\bpopen\\b|\\bimport\\b|\\bsubprocess\\b|\\battr\\(");

    @Override
    public boolean claims(Candidate candidate) {
        return candidate.begins("GGUF") && candidate.head().length >= 16;
    }

    @Override
    public void read(Candidate candidate, FactsBuilder facts) throws IOException {
        facts.format("gguf");
        new Reading(candidate, facts).read();
    }

    /// One file while it is read.
    private static final class Reading {
        private final Candidate candidate;
        private final Blob blob;
        private final FactsBuilder facts;
        private long at = 4;
        private boolean swapped;
        private long version;
        private long alignment = 32;
        /// Where the last of the tensors ends, from the beginning of their data.
        private long end;

        Reading(Candidate candidate, FactsBuilder facts) {
            this.candidate = candidate;
            this.blob = candidate.blob();
            this.facts = facts;
        }

        void read() throws IOException {
            version = number(4);
            if (version > 0xffff) {
                swapped = true;
                version = Integer.reverseBytes((int) version) & 0xffff_ffffL;
            }
            if (version < 1 || version > 3) {
                throw new IOException(Texts.get("preview.gguf.version", Long.toString(version)));
            }
            facts.say("version", Fact.of(version));
            long tensors = count();
            long keys = count();
            if (keys < 0 || keys > MOST_KEYS || tensors < 0 || tensors > blob.size() / 16) {
                throw new IOException(Texts.get("preview.gguf.counts"));
            }
            for (long i = 0; i < keys; i++) {
                candidate.cancel().check();
                String key = text(LONG_TEXT);
                say(key, value((int) number(4), 0));
            }
            List<Tensor> found = new ArrayList<>();
            for (long i = 0; i < tensors; i++) {
                found.add(tensor());
                if (i == Parameters.MOST) {
                    facts.problem(Texts.get("preview.tensors.many", Figures.count(Parameters.MOST)));
                }
            }
            facts.parameters(Parameters.of(found));
            long begin = (at + alignment - 1) / alignment * alignment;
            if (end > blob.size() - begin) {
                facts.unread(Texts.get("preview.gguf.early"));
            }
        }

        private void say(String key, Fact value) {
            facts.say(key, value);
            if (key.equals("general.architecture")) {
                facts.define("architecture", value);
            } else if (key.equals("general.name")) {
                facts.define("name", value);
            } else if (key.equals("general.alignment") && value instanceof Fact.Whole(long bytes)
                    && bytes > 0 && bytes <= 1 << 20) {
                alignment = bytes;
            } else if (key.contains("chat_template") && TRICK.matcher(value.line()).find()) {
                facts.code(Texts.get("preview.gguf.template", key), Verdict.DANGEROUS);
            }
        }

        private Tensor tensor() throws IOException {
            String name = text(LONG_TEXT);
            long dimensions = number(4);
            if (dimensions > 16) {
                throw new IOException(Texts.get("preview.gguf.counts"));
            }
            List<Long> shape = new ArrayList<>();
            for (long i = 0; i < dimensions; i++) {
                shape.addFirst(count());
            }
            long type = number(4);
            long offset = number(8);
            if (offset < 0 || shape.stream().anyMatch(n -> n < 0)) {
                throw new IOException(Texts.get("preview.gguf.counts"));
            }
            GgufType kind = GgufType.of(type);
            long bytes = kind.bytes(shape);
            end = Math.max(end, Math.min(offset, Long.MAX_VALUE - Math.max(0, bytes)) + Math.max(0, bytes));
            return new Tensor(name, kind.name(), shape, bytes);
        }

        private long count() throws IOException {
            return number(version == 1 ? 4 : 8);
        }

        private long number(int bytes) throws IOException {
            byte[] read = blob.bytes(at, bytes);
            if (read.length < bytes) {
                throw new EOFException(Texts.get("preview.gguf.early"));
            }
            at += bytes;
            long value = 0;
            for (int i = 0; i < bytes; i++) {
                value |= (read[swapped ? bytes - 1 - i : i] & 0xffL) << (8 * i);
            }
            return value;
        }

        private String text(int most) throws IOException {
            long length = count();
            if (length < 0 || length > blob.size() - at) {
                throw new EOFException(Texts.get("preview.gguf.early"));
            }
            String text = new String(blob.bytes(at, (int) Math.min(length, most)), StandardCharsets.UTF_8);
            at += length;
            return length > most ? text + "…" : text;
        }

        private Fact value(int type, int depth) throws IOException {
            return switch (type) {
                case 0 -> Fact.of(number(1));
                case 1 -> Fact.of((long) (byte) number(1));
                case 2 -> Fact.of(number(2));
                case 3 -> Fact.of((long) (short) number(2));
                case 4 -> Fact.of(number(4));
                case 5 -> Fact.of((long) (int) number(4));
                case 6 -> new Fact.Number(Float.intBitsToFloat((int) number(4)));
                case 7 -> new Fact.Flag(number(1) != 0);
                case 8 -> Fact.of(text(LONG_TEXT));
                case 9 -> array(depth);
                case 10, 11 -> Fact.of(number(8));
                case 12 -> new Fact.Number(Double.longBitsToDouble(number(8)));
                default -> throw new IOException(Texts.get("preview.gguf.type", Integer.toString(type)));
            };
        }

        private Fact array(int depth) throws IOException {
            int type = (int) number(4);
            long length = count();
            if (depth > 4 || length < 0 || length > blob.size() - at) {
                throw new IOException(Texts.get("preview.gguf.counts"));
            }
            long size = switch (type) {
                case 0, 1, 7 -> 1;
                case 2, 3 -> 2;
                case 4, 5, 6 -> 4;
                case 10, 11, 12 -> 8;
                default -> 0;
            };
            List<Fact> shown = new ArrayList<>();
            for (long i = 0; i < length; i++) {
                if (i >= 16 && size > 0) {
                    at += (length - i) * size;
                    break;
                }
                Fact value = value(type, depth + 1);
                if (i < 16) {
                    shown.add(value);
                } else if ((i & 0xfff) == 0) {
                    candidate.cancel().check();
                }
            }
            if (length > 16) {
                shown.add(Fact.of("… [" + length + "]"));
            }
            return new Fact.Items(shown);
        }
    }
}
