package cotejo.dataset.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts without a number in them, as people have them; whether the first line holds names was decided by reading them.
/// For comparison: DuckDB 1.5.6 takes every first line for names and is right for half of all such texts; Python's
/// csv.Sniffer is so for fewer.
class HeaderGuessTest {

    @TempDir
    private Path folder;

    private CsvDialect.Header header(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), text.replace('|', '\n') + "\n");
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            return ((Delimited) dataset).dialect().header();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"name,city|Ada,London|Alan,Wilmslow|Grace,New York",
        "word,tag|the,DT|word,NN|runs,VBZ|tag,NN", "text,label|good film,pos|bad film,neg|text,pos",
        "label|cat|dog|label|cat", "from,to|paris,rome|rome,oslo|to,from",
        "first_name,last_name|Ada,Lovelace|Alan,Turing|Grace,Hopper",
        "species,island,sex|Adelie,Torgersen,male|Gentoo,Biscoe,female|Adelie,Biscoe,male",
        "QUESTION,ANSWER|What is it,a cat|Who is he,a man|QUESTION,none",
        "title,type|The type,film|A title,book|type,book", "colour,shape|red,round|blue,square|red,square",
        "wordId,sentence_text|w1,wordId is a name|w2,x|wordId,y"})
    void aFirstLineOfNamesIsTakenForThem(String text) throws IOException {
        assertEquals(CsvDialect.Header.PRESENT, header(text), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat,dog|dog,cat|bird,cat",
        "EU,NNP,B-NP|rejects,VBZ,B-VP|German,JJ,B-NP|call,NN,I-NP|to,TO,B-VP",
        "good film,pos|bad film,neg|fine,pos", "yes,no|no,yes|no,no",
        "alice@x.org,admin|bob@x.org,user|carol@y.org,admin", "AAPL,buy|MSFT,sell|GOOG,buy",
        "red,round|blue,square|red,square|green,round", "word,NN|him,PRP|runs,VBZ|word,NN|house,NN",
        "Adelie,Torgersen,male|Gentoo,Biscoe,female|Adelie,Biscoe,male",
        "http://a.org/x,ok|http://b.org/y,ok|http://c.org/z,failed", "male,Torgersen|female,Biscoe|male,Biscoe",
        "GET,index.html|POST,form.html|GET,form.html", "de,Haus|de,Baum|en,house|en,tree",
        "text,text|text,label|label,text|text,text"})
    void aFirstLineLikeTheOthersIsARow(String text) throws IOException {
        assertEquals(CsvDialect.Header.NONE, header(text), text);
    }
}
