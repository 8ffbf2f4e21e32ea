package io.okxconnect.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A form is read as browsers send it, and leaves nothing behind. */
class FormTest {
    private static Form form(String body) {
        return new Form(body.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void text_encodedField_isDecoded() {
        try (Form form = form("a=1&name=%E6%88%91+b%26c%3D%2B&empty=&last=%zz%4")) {
            assertThat(form.text("a")).hasValue("1");
            assertThat(form.text("name")).hasValue("我 b&c=+");
            assertThat(form.text("empty")).hasValue("");
            assertThat(form.text("last")).as("damaged").hasValue("%zz%4");
            assertThat(form.text("nam")).isEmpty();
            assertThat(form.secret("none")).isEmpty();
        }
    }

    @Test
    void close_wipesWhatWasSent() {
        byte[] body = "secret=abc".getBytes(StandardCharsets.US_ASCII);
        new Form(body).close();

        assertThat(body).containsOnly((byte) 0);
    }
}
