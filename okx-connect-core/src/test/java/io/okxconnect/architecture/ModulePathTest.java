package io.okxconnect.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The other tests run on the class path; an app may run on the module path. */
class ModulePathTest {
    private static final Set<String> RUN_TIME = Set.of(
            "jackson-databind",
            "jackson-core",
            "jackson-annotations",
            "httpclient5",
            "httpcore5",
            "httpcore5-h2",
            "slf4j-api");

    @Test
    void core_onTheModulePath_findsItsPartsAndResources() throws Exception {
        ModuleLayer layer = layer();
        Module core = layer.findModule("io.okxconnect.core").orElseThrow();
        ClassLoader loader = layer.findLoader("io.okxconnect.core");

        Class<?> connector = loader.loadClass("io.okxconnect.ExchangeConnector");
        assertThat(connector.getModule()).isSameAs(core);
        Object builder = connector.getMethod("okx").invoke(null);
        try (AutoCloseable built =
                (AutoCloseable) builder.getClass().getMethod("build").invoke(builder)) {
            assertThat(built.toString()).contains("global");
        }
        Object meanings = loader.loadClass("io.okxconnect.error.ErrorCatalogue")
                .getMethod("all")
                .invoke(null);
        assertThat((Collection<?>) meanings).isNotEmpty();
    }

    private static ModuleLayer layer() {
        Path[] path = Stream.concat(
                        Stream.of(Path.of("target", "classes")),
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(Path::of)
                                .filter(ModulePathTest::isRunTime))
                .toArray(Path[]::new);
        ModuleFinder finder = ModuleFinder.of(path);
        List<String> names = finder.findAll().stream()
                .map(ModuleReference::descriptor)
                .map(descriptor -> descriptor.name())
                .toList();
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration = boot.configuration().resolve(finder, ModuleFinder.of(), names);
        return boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
    }

    private static boolean isRunTime(Path jar) {
        String file = jar.getFileName().toString();
        return RUN_TIME.stream().anyMatch(name -> file.matches(name + "-[0-9].*\\.jar"));
    }
}
