package io.okxconnect.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResponseBombsTest {

    @Test
    void call_bombsInASmallHeap_endTypedAndLeaveTheProcessWorking() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        classPath(),
                        ResponseBombs.class.getName())
                .redirectErrorStream(true)
                .start();
        List<String> lines;
        try (InputStream out = jvm.getInputStream()) {
            lines = new String(out.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.contains("DEBUG"))
                    .toList();
        }

        assertThat(jvm.waitFor()).as(String.join("\n", lines)).isZero();
        assertThat(lines)
                .containsExactly(
                        "deep arrays: MalformedResponseException",
                        "deep objects: MalformedResponseException",
                        "deep data: MalformedResponseException",
                        "long text: MalformedResponseException",
                        "endless text: MalformedResponseException",
                        "long number: MalformedResponseException",
                        "huge exponent: MalformedResponseException",
                        "huge exponent as text: MalformedResponseException",
                        "long name: MalformedResponseException",
                        "many values: MalformedResponseException",
                        "many empty arrays: MalformedResponseException",
                        "many names: answer",
                        "names of one hash: answer",
                        "many equal names: MalformedResponseException",
                        "escapes: MalformedResponseException",
                        "white space: MalformedResponseException",
                        "long refusal text: AuthenticationRejectedException",
                        "many refused rows: RequestRejectedException",
                        "utf-16: MalformedResponseException",
                        "zeros: MalformedResponseException");
    }

    private static String classPath() throws Exception {
        Stream<String> ours = Stream.of(
                codeOf(OkxCalls.class),
                codeOf(ResponseBombs.class),
                codeOf(com.fasterxml.jackson.databind.JsonNode.class));
        Stream<String> given = Stream.of("java.class.path", "jdk.module.path")
                .map(System::getProperty)
                .filter(Objects::nonNull)
                .filter(path -> !path.isEmpty());
        return Stream.concat(ours, given).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static String codeOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
