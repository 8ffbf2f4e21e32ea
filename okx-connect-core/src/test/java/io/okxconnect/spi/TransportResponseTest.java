package io.okxconnect.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransportResponseTest {
    private static final byte[] BODY = {};

    @Test
    void header_inAnyCase_isTheFirstOfThatName() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Date", "today");
        headers.put("Retry-After", "1");
        headers.put("retry-after", "2");
        TransportResponse answer = new TransportResponse(429, headers, BODY);

        assertThat(answer.header("RETRY-AFTER")).contains("1");
        assertThat(answer.header("date")).contains("today");
        assertThat(answer.header("Dat")).isEmpty();
    }

    @Test
    void header_ofAMapThatIsChangedAfterwards_isWhatItWas() {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Date", "today"));
        TransportResponse answer = new TransportResponse(200, headers, BODY);
        headers.put("Date", "tomorrow");
        headers.put("Age", "1");

        assertThat(answer.header("Date")).contains("today");
        assertThat(answer.header("Age")).isEmpty();
    }

    @Test
    void construct_headerWithoutNameOrValue_isRefused() {
        Map<String, String> unnamed = new HashMap<>();
        unnamed.put(null, "HTTP/1.1 200 OK");
        Map<String, String> empty = new HashMap<>();
        empty.put("Date", null);

        assertThatNullPointerException()
                .isThrownBy(() -> new TransportResponse(200, unnamed, BODY))
                .withMessage("header name");
        assertThatNullPointerException()
                .isThrownBy(() -> new TransportResponse(200, empty, BODY))
                .withMessage("header value");
    }
}
