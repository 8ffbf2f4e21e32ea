package io.okxconnect.canary;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Turns an object into text in every way that apps do by accident, and searches the results for a secret. */
public final class CanaryRendering {
    private static final ObjectMapper GETTERS = new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
    private static final ObjectMapper FIELDS = GETTERS.copy()
            .setVisibility(PropertyAccessor.ALL, Visibility.NONE)
            .setVisibility(PropertyAccessor.FIELD, Visibility.ANY);

    private interface Renderer {
        byte[] render(Object value) throws IOException;
    }

    private CanaryRendering() {}

    /** Which canary shows up in which rendering; empty if none. */
    public static Optional<String> find(Object value) {
        return find(value, CanaryScanner.canaries());
    }

    static Optional<String> find(Object value, CanaryScanner scanner) {
        return in("toString", scanner, value, each -> each.toString().getBytes(StandardCharsets.UTF_8))
                .or(() -> in("JSON of getters", scanner, value, GETTERS::writeValueAsBytes))
                .or(() -> in("JSON of fields", scanner, value, FIELDS::writeValueAsBytes))
                .or(() -> in("Java serialisation", scanner, value, CanaryRendering::serialised));
    }

    private static Optional<String> in(String rendering, CanaryScanner scanner, Object value, Renderer renderer) {
        Optional<String> found;
        try {
            found = scanner.find(renderer.render(value));
        } catch (IOException refused) {
            // That it cannot be rendered is fine; what the refusal says is searched as well.
            found = scanner.find(String.valueOf(refused.getMessage()));
        }
        return found.map(
                what -> what + " in " + rendering + " of " + value.getClass().getName());
    }

    private static byte[] serialised(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (NotSerializableException refused) {
            bytes.write(refused.toString().getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
