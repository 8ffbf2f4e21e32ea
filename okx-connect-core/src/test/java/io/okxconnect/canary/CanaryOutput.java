package io.okxconnect.canary;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** Searches what is printed and passes it on. */
final class CanaryOutput extends FilterOutputStream {
    private final String where;
    private final CanaryHits hits;
    private final CanaryScanner.Scan scan;

    private CanaryOutput(OutputStream out, String where, CanaryHits hits) {
        super(out);
        this.where = where;
        this.hits = hits;
        this.scan = hits.scanner().new Scan();
    }

    static PrintStream around(PrintStream out, String where, CanaryHits hits) {
        return new PrintStream(new CanaryOutput(out, where, hits), true, Charset.defaultCharset());
    }

    @Override
    public synchronized void write(int b) throws IOException {
        scan.accept(b & 0xFF);
        scan.found().ifPresent(what -> hits.add(where, what));
        out.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            scan.accept(bytes[i] & 0xFF);
        }
        scan.found().ifPresent(what -> hits.add(where, what));
        out.write(bytes, offset, length);
    }

    /** Nothing of ours to free; standard output stays open. */
    @Override
    public void close() throws IOException {
        flush();
    }
}
