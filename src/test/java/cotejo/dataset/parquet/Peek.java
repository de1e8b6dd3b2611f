package cotejo.dataset.parquet;
import cotejo.dataset.*;
import cotejo.work.Cancel;
import java.nio.file.*;
import java.util.*;
import java.util.stream.*;
final class Peek {
    public static void main(String[] args) throws Exception {
        for (String arg : args) {
            try (Stream<Path> all = Files.walk(Path.of(arg))) {
                for (Path p : (Iterable<Path>) all.filter(Files::isRegularFile).sorted()::iterator) {
                    if (!p.toString().contains(".parquet")) continue;
                    long t = System.nanoTime();
                    try (Dataset d = Datasets.open(p, Cancel.never())) {
                        int[] cols = IntStream.range(0, d.columns().size()).toArray();
                        long n = d.rowCount().rows();
                        Rows r = d.rows(0, (int) Math.min(n, 3000), cols, Cancel.never());
                        int nulls = 0;
                        for (int i = 0; i < r.count(); i++) for (int c = 0; c < cols.length; c++) { r.cell(i, c).json(); if (r.cell(i,c).isNull()) nulls++; }
                        System.out.println("OK " + p + " rows " + n + " nulls " + nulls + " " + d.oddities().stream().filter(o -> !o.kind().equals("checksums")).map(Oddity::message).toList());
                        if (args.length > 1 || System.getProperty("v") != null) for (int i = 0; i < Math.min(3, r.count()); i++) System.out.println("   " + r.cells().get(i).stream().map(Value::json).map(s -> s.length() > 80 ? s.substring(0, 80) : s).toList());
                        for (Leaf leaf : Leaf.of(d.columns())) { long[] c = new long[2]; 
                           try { for (RowRange q : d.parts(Cancel.never())) d.scan(q, List.of(leaf), b -> c[0] += b.rows(), Cancel.never()); } catch (UnreadableData x) { System.out.println("   scan " + x.getMessage()); continue; }
                           if (c[0] != n) System.out.println("   !!! scan of " + leaf.path() + " " + c[0]); d.known(leaf); }
                        d.facts(Cancel.never());
                    } catch (UnreadableData e) { System.out.println("NO " + e.getMessage()); }
                    catch (Throwable e) { System.out.println("BUG " + p + " " + e); e.printStackTrace(System.out); }
                    long ms = (System.nanoTime() - t) / 1000000; if (ms > 500) System.out.println("   slow " + ms);
                }
            }
        }
    }
}
