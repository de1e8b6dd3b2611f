package cotejo.preview;

import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.PDLineDashPattern;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.jspecify.annotations.Nullable;

/// The pages of a PDF. Its scripts and actions are not looked at, no font of the system is searched for, and the file
/// is opened for each page anew, so that nothing stays open.
final class PdfPages implements Pages {

    private static final long MEMORY = 192L << 20;
    private static final int MOST_PAGES = 5000;

    static {
        FontMappers.set(new OwnFont());
    }

    private record Size(double width, double height) {
    }

    private final Path file;
    private final List<Size> sizes;

    private PdfPages(Path file, List<Size> sizes) {
        this.file = file;
        this.sizes = sizes;
    }

    static PdfPages of(Path file) throws IOException {
        try (PDDocument document = open(file)) {
            List<Size> sizes = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                PDRectangle box = page.getCropBox();
                boolean lies = page.getRotation() % 180 != 0;
                sizes.add(new Size(lies ? box.getHeight() : box.getWidth(), lies ? box.getWidth() : box.getHeight()));
                if (sizes.size() >= MOST_PAGES) {
                    break;
                }
            }
            return new PdfPages(file, List.copyOf(sizes));
        }
    }

    private static PDDocument open(Path file) throws IOException {
        return Loader.loadPDF(new RandomAccessReadBufferedFile(file.toFile()), "", null, null,
                MemoryUsageSetting.setupMainMemoryOnly(MEMORY).streamCache);
    }

    @Override
    public int count() {
        return sizes.size();
    }

    @Override
    public double width(int page) {
        return Math.max(1, sizes.get(page).width());
    }

    @Override
    public double height(int page) {
        return Math.max(1, sizes.get(page).height());
    }

    @Override
    public BufferedImage draw(int page, double scale, Cancel cancel) throws IOException {
        try (PDDocument document = open(file)) {
            PDFRenderer renderer = new Stoppable(document, cancel);
            renderer.setSubsamplingAllowed(true);
            return renderer.renderImage(page, (float) bounded(page, scale), ImageType.RGB);
        } catch (Asked stop) {
            cancel.check();
            throw new IOException(Texts.get("preview.pdf.page", Integer.toString(page + 1)), stop);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            if (broken instanceof CancelledException asked) {
                throw asked;
            }
            throw new IOException(Texts.get("preview.pdf.page", Integer.toString(page + 1)), broken);
        }
    }

    /// Ends drawing from within; an [IOException] would be swallowed.
    private static final class Asked extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Asks before every instruction of a page whether drawing is still wanted.
    private static final class Stoppable extends PDFRenderer {

        private static final long LONGEST = 20_000_000_000L;

        private final Cancel cancel;

        Stoppable(PDDocument document, Cancel cancel) {
            super(document);
            this.cancel = cancel;
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            long end = System.nanoTime() + LONGEST;
            return new PageDrawer(parameters) {
                @Override
                protected void processOperator(Operator operator, @Nullable List<COSBase> operands)
                        throws IOException {
                    if (cancel.requested() || System.nanoTime() - end > 0) {
                        throw new Asked();
                    }
                    super.processOperator(operator, operands);
                }

                @Override
                public void strokePath() throws IOException {
                    PDLineDashPattern dashes = getGraphicsState().getLineDashPattern();
                    float[] pattern = dashes.getDashArray().clone();
                    for (int i = 0; i < pattern.length; i++) {
                        pattern[i] = transformWidth(pattern[i]);
                    }
                    if (pattern.length > 0 && Dashes.tooMany(getLinePath(), pattern)) {
                        getGraphicsState().setLineDashPattern(new PDLineDashPattern());
                    }
                    super.strokePath();
                    getGraphicsState().setLineDashPattern(dashes);
                }
            };
        }
    }
}
