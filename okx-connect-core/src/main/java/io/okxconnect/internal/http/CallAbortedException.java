package io.okxconnect.internal.http;

import java.io.IOException;

/** The call was aborted; {@link CallProgress#state()} says why. */
final class CallAbortedException extends IOException {
    private static final long serialVersionUID = 1L;

    CallAbortedException() {
        super("aborted");
    }
}
