package io.okxconnect.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void read_whatAnotherProcessPrinted_isTheSame() {
        Map<String, Double> figures = Map.of("get", 1.5, "getNaive", 4_500.0, "pinned", 0.0);
        assertThat(Figures.read("a warning\n" + Figures.line(figures) + "\n")).isEqualTo(figures);
    }

    @Test
    void line_nameThatWouldNotBeRead_isRefused() {
        for (String name : new String[] {"get naive", "get=naive"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Figures.line(Map.of(name, 1.0)))
                    .withMessageContaining(name);
        }
    }
}
