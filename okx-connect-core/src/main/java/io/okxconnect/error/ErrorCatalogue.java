package io.okxconnect.error;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What OKX's codes mean and what to do about them (OKX V5 docs, "Error Code"; for OAuth the broker docs). Holds the codes
 * around access, OAuth, limits, maintenance, account state and mode, orders, settings and transfers, and those of WebSocket
 * connections; OKX has more, so a code may be missing here.
 *
 * <p>Safe for use by many threads.
 */
public final class ErrorCatalogue {
    private static final Map<String, ErrorMeaning> REST = ErrorTable.read("okx-errors.tsv");
    private static final Map<String, ErrorMeaning> WEB_SOCKET = ErrorTable.read("okx-websocket-errors.tsv");

    private ErrorCatalogue() {}

    /**
     * The meaning of a code in a REST answer, or of a row of one.
     *
     * @param code OKX's code without sub-code, for example {@code 50111}
     * @return its meaning, or empty if the catalogue does not hold the code
     */
    public static Optional<ErrorMeaning> find(String code) {
        return Optional.ofNullable(REST.get(code));
    }

    /**
     * All codes of REST answers.
     *
     * @return unmodifiable, one entry a code
     */
    public static Collection<ErrorMeaning> all() {
        return REST.values();
    }

    /**
     * The meaning of a code of a WebSocket connection: of an error frame, a notice or a close. An order sent over WebSocket is
     * refused with a code that {@link #find} knows.
     *
     * @param code OKX's code, for example {@code 60005}, or the close code, for example {@code 4004}
     * @return its meaning, or empty if the catalogue does not hold the code
     */
    public static Optional<ErrorMeaning> findWebSocket(String code) {
        return Optional.ofNullable(WEB_SOCKET.get(code));
    }

    /**
     * All codes of WebSocket connections. None of them comes in a REST answer.
     *
     * @return unmodifiable, one entry a code
     */
    public static Collection<ErrorMeaning> allWebSocket() {
        return WEB_SOCKET.values();
    }
}
