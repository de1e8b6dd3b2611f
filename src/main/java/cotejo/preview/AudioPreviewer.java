package cotejo.preview;

import cotejo.codec.Blob;
import cotejo.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Sound: what the headers of WAV, FLAC, Ogg Vorbis and MP3 say. Nothing is played.
final class AudioPreviewer implements Previewer {

    private static final int[] MP3_RATES = {44100, 48000, 32000};
    private static final int[] MP3_KILOBITS = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0};

    @Override
    public Optional<Preview> look(Candidate c, Path file) throws IOException {
        Map<String, Fact> facts = new LinkedHashMap<>();
        if (c.begins("RIFF") && c.at(8, 'W', 'A', 'V', 'E')) {
            wav(c.blob(), facts);
        } else if (c.begins("fLaC") && c.head().length >= 42) {
            flac(c.head(), facts);
        } else if (c.begins("OggS")) {
            ogg(c, facts);
        } else if (c.begins("ID3") || c.at(0, 0xff, 0xfb) || c.at(0, 0xff, 0xfa)) {
            mp3(c, facts);
        } else {
            return Optional.empty();
        }
        return Optional.of(new Preview.Facts(Texts.get("preview.audio"), new Fact.Fields(facts)));
    }

    private static void tell(String format, long rate, long channels, double seconds, Map<String, Fact> facts) {
        facts.put(Texts.get("preview.audio.format"), Fact.of(format));
        facts.put(Texts.get("preview.audio.rate"), Fact.of(rate + " Hz"));
        facts.put(Texts.get("preview.audio.channels"), Fact.of(channels));
        if (seconds > 0) {
            facts.put(Texts.get("preview.audio.seconds"), Fact.of(String.format(java.util.Locale.ROOT, "%.2f",
                    seconds)));
        }
    }

    /// Chunks of a name and a length each: `fmt ` says how the samples are, `data` how many bytes they take.
    private static void wav(Blob blob, Map<String, Fact> facts) throws IOException {
        long rate = 0;
        long channels = 0;
        long perSecond = 0;
        long data = 0;
        long at = 12;
        for (int i = 0; i < 100 && at + 8 <= blob.size(); i++) {
            byte[] chunk = blob.bytes(at, 24);
            String name = new String(chunk, 0, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
            long length = little(chunk, 4, 4);
            if (name.equals("fmt ") && chunk.length >= 20) {
                channels = little(chunk, 10, 2);
                rate = little(chunk, 12, 4);
                perSecond = little(chunk, 16, 4);
            } else if (name.equals("data")) {
                data = length;
            }
            at += 8 + length + (length & 1);
        }
        tell("WAV", rate, channels, perSecond > 0 ? data / (double) perSecond : 0, facts);
    }

    private static long little(byte[] bytes, int at, int length) {
        long value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        return value;
    }

    /// The stream info stands first: 20 bits of rate, 3 of channels, 5 of depth, 36 of samples.
    private static void flac(byte[] head, Map<String, Fact> facts) {
        long bits = 0;
        for (int i = 18; i < 26; i++) {
            bits = bits << 8 | head[i] & 0xff;
        }
        long rate = bits >>> 44;
        long samples = bits & 0xf_ffff_ffffL;
        tell("FLAC", rate, (bits >>> 41 & 7) + 1, rate > 0 ? samples / (double) rate : 0, facts);
    }

    private static void ogg(Candidate c, Map<String, Fact> facts) {
        for (int at = 28; at + 16 < Math.min(200, c.head().length); at++) {
            if (c.at(at, 1, 'v', 'o', 'r', 'b', 'i', 's')) {
                tell("Ogg Vorbis", little(c.head(), at + 12, 4), c.head()[at + 11], 0, facts);
                return;
            }
            if (c.at(at, 'O', 'p', 'u', 's', 'H', 'e', 'a', 'd')) {
                tell("Ogg Opus", little(c.head(), at + 12, 4), c.head()[at + 9], 0, facts);
                return;
            }
        }
        facts.put(Texts.get("preview.audio.format"), Fact.of("Ogg"));
    }

    /// The first frame's header, behind an ID3 tag of four times seven bits of length.
    private static void mp3(Candidate c, Map<String, Fact> facts) throws IOException {
        long at = 0;
        byte[] head = c.head();
        if (c.begins("ID3") && head.length > 10) {
            at = 10 + ((head[6] & 0x7fL) << 21 | (head[7] & 0x7f) << 14 | (head[8] & 0x7f) << 7 | head[9] & 0x7f);
        }
        byte[] frame = c.blob().bytes(at, 4);
        boolean first = frame.length == 4 && (frame[0] & 0xff) == 0xff && (frame[1] & 0xfe) == 0xfa;
        if (!first || (frame[2] >> 2 & 3) == 3) {
            facts.put(Texts.get("preview.audio.format"), Fact.of("MP3"));
            return;
        }
        int kilobits = MP3_KILOBITS[frame[2] >> 4 & 15];
        double seconds = kilobits > 0 ? (c.size() - at) * 8.0 / (kilobits * 1000.0) : 0;
        tell("MP3", MP3_RATES[frame[2] >> 2 & 3], (frame[3] >> 6 & 3) == 3 ? 1 : 2, seconds, facts);
    }
}
