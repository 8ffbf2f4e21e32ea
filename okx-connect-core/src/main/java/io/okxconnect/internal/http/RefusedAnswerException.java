package io.okxconnect.internal.http;

import java.io.IOException;

/** We refuse what the other side sent. The message is our own sentence, fit for the caller. */
final class RefusedAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedAnswerException(String reason) {
        super(reason);
    }
}
