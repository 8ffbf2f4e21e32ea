package io.okxconnect.oauth.internal.loopback;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one request and judges it by everything but its query. The rules are narrower than HTTP's: browsers send nothing else, and
 * what is not read cannot be misread.
 */
final class LoopbackRequest {
    static final int MAX_BYTES = 8 * 1024;
    private static final String END = "\r\n\r\n";
    private static final Pattern LINE = Pattern.compile("([A-Z]{1,16}) (/[\\x21-\\x7e]*) HTTP/1\\.[01]");
    private static final Pattern FIELD =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}):([\\x20-\\x7e\\t\\x80-\\xff]*)");

    private LoopbackRequest() {}

    /** The query of a request that may carry the callback, or the status to refuse it with. */
    record Judged(int refusal, String query) {
        static Judged refused(int status) {
            return new Judged(status, "");
        }

        boolean isRefused() {
            return refusal != 0;
        }
    }

    /** The head with its end, or null if the peer went away, or sends more than anyone may. */
    static @Nullable String readHead(InputStream in) throws IOException {
        byte[] bytes = new byte[MAX_BYTES];
        int count = 0;
        while (count < MAX_BYTES) {
            int read = in.read(bytes, count, MAX_BYTES - count);
            if (read < 0) {
                return null;
            }
            count += read;
            String head = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
            int end = head.indexOf(END);
            if (end >= 0) {
                return head.substring(0, end + END.length());
            }
        }
        return null;
    }

    static Judged judge(InetAddress peer, String head, String host, String path) {
        if (!peer.isLoopbackAddress()) {
            return Judged.refused(403);
        }
        String[] lines = head.substring(0, head.length() - END.length()).split("\r\n", -1);
        Matcher line = LINE.matcher(lines[0]);
        if (!line.matches()) {
            return Judged.refused(400);
        }
        int hostStatus = judgeFields(lines, host);
        if (hostStatus != 0) {
            return Judged.refused(hostStatus);
        }
        if (!line.group(1).equals("GET")) {
            return Judged.refused(405);
        }
        String target = line.group(2);
        int query = target.indexOf('?');
        String requested = query < 0 ? target : target.substring(0, query);
        if (!requested.equals(path)) {
            return Judged.refused(404);
        }
        return target.indexOf('#') >= 0 || query < 0 ? Judged.refused(400) : new Judged(0, target.substring(query + 1));
    }

    /** Exactly one Host, the one of the redirect URI: any other means DNS rebinding. And no body. */
    private static int judgeFields(String[] lines, String host) {
        int hosts = 0;
        for (int i = 1; i < lines.length; i++) {
            Matcher field = FIELD.matcher(lines[i]);
            if (!field.matches()) {
                return 400;
            }
            String value = field.group(2).strip();
            switch (field.group(1).toLowerCase(Locale.ROOT)) {
                case "host" -> {
                    hosts++;
                    if (!value.equals(host)) {
                        return 421;
                    }
                }
                case "content-length" -> {
                    if (!value.equals("0")) {
                        return 400;
                    }
                }
                case "transfer-encoding", "upgrade" -> {
                    return 400;
                }
                default -> {
                    // Nothing else decides.
                }
            }
        }
        return hosts == 1 ? 0 : 400;
    }
}
