package cotejo.bench;

import cotejo.preview.ModelFacts;
import cotejo.preview.ModelFiles;
import cotejo.work.Cancel;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// How long it takes to say what large models contain: a safetensors file of 2 GB (sparse on disk, 500 tensors), and
/// pickles of 100 MB, one of numbers and one of texts in dicts. Arguments: a folder for the files, which are made when
/// they are not there.
final class InspectBench {

    private InspectBench() {
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Path[] files = {safetensors(folder.resolve("large.safetensors")), numbers(folder.resolve("numbers.pkl")),
                texts(folder.resolve("texts.pkl"))};
        for (int round = 0; round < 4; round++) {
            for (Path file : files) {
                long start = System.nanoTime();
                ModelFacts facts = ModelFiles.inspect(file, Cancel.never());
                System.out.printf("%s %d MB %s %d tensors %d problems: %d ms%n", file.getFileName(),
                        facts.bytes() >> 20, facts.execution().id(), facts.parameters().total(),
                        facts.problems().size(), (System.nanoTime() - start) / 1_000_000);
            }
        }
    }

    private static Path safetensors(Path file) throws IOException {
        if (Files.exists(file)) {
            return file;
        }
        StringBuilder header = new StringBuilder("{");
        long at = 0;
        for (int i = 0; i < 500; i++) {
            header.append(i == 0 ? "" : ",").append("\"layers.").append(i).append(".weight\":{\"dtype\":\"F32\","
                    + "\"shape\":[1024,1024],\"data_offsets\":[").append(at).append(',').append(at + (4L << 20))
                    .append("]}");
            at += 4L << 20;
        }
        byte[] json = header.append('}').toString().getBytes(StandardCharsets.UTF_8);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(json.length & 0xff);
            out.write(json.length >> 8 & 0xff);
            out.write(json.length >> 16 & 0xff);
            out.write(new byte[5]);
            out.write(json);
            out.setLength(8 + json.length + at);
        }
        return file;
    }

    private static Path numbers(Path file) throws IOException {
        if (Files.exists(file)) {
            return file;
        }
        Random random = new Random(1);
        byte[] number = new byte[9];
        number[0] = 'G';
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(new byte[] {(byte) 0x80, 4, ']', (byte) 0x94, '('});
            for (int i = 0; i < 11_500_000; i++) {
                for (int b = 1; b < 9; b++) {
                    number[b] = (byte) random.nextInt();
                }
                out.write(number);
                if (i % 1000 == 999) {
                    out.write(new byte[] {'e', '('});
                }
            }
            out.write(new byte[] {'e', '.'});
        }
        return file;
    }

    private static Path texts(Path file) throws IOException {
        if (Files.exists(file)) {
            return file;
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(new byte[] {(byte) 0x80, 4, '}', (byte) 0x94, '('});
            for (int i = 0; i < 2_700_000; i++) {
                byte[] text = ("some-key-of-a-dict-" + i).getBytes(StandardCharsets.US_ASCII);
                out.write(0x8c);
                out.write(text.length);
                out.write(text);
                out.write(0x94);
                out.write('M');
                out.write(i & 0xff);
                out.write(i >> 8 & 0xff);
                if (i % 1000 == 999) {
                    out.write(new byte[] {'u', '('});
                }
            }
            out.write(new byte[] {'u', '.'});
        }
        return file;
    }
}
