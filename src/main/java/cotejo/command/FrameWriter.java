package cotejo.command;

import cotejo.work.Cancel;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.SocketChannel;

/// Sends what is written through a door, in pieces. When nobody is there any more the command is asked to stop.
final class FrameWriter extends Writer {

    private static final int PIECE = 1 << 16;

    private final SocketChannel channel;
    private final String name;
    private final Cancel cancel;
    private final StringBuilder waiting = new StringBuilder();

    FrameWriter(SocketChannel channel, String name, Cancel cancel) {
        this.channel = channel;
        this.name = name;
        this.cancel = cancel;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        synchronized (waiting) {
            waiting.append(text, from, length);
            if (waiting.length() >= PIECE) {
                send();
            }
        }
    }

    @Override
    public void flush() throws IOException {
        synchronized (waiting) {
            if (!waiting.isEmpty()) {
                send();
            }
        }
    }

    private void send() throws IOException {
        // Half of a character of two is kept for the next piece.
        int end = waiting.length();
        if (Character.isHighSurrogate(waiting.charAt(end - 1)) && end > 1) {
            end--;
        }
        String piece = waiting.substring(0, end);
        waiting.delete(0, end);
        for (int from = 0; from < piece.length(); ) {
            int to = Math.min(piece.length(), from + PIECE);
            if (to < piece.length() && Character.isHighSurrogate(piece.charAt(to - 1))) {
                to--;
            }
            sendPiece(piece.substring(from, to));
            from = to;
        }
    }

    private void sendPiece(String piece) throws IOException {
        try {
            synchronized (channel) {
                Frames.send(channel, Frames.Frame.of(name, piece));
            }
        } catch (IOException gone) {
            cancel.request();
            throw new OutputGone(gone);
        }
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
