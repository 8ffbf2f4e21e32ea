package io.okxconnect.examples.myexchanges;

import java.util.List;
import java.util.Optional;

/** What has just happened; put into words when a page is made, in the language of that page. */
sealed interface News {
    /**
     * It worked.
     *
     * @param key what worked
     * @param values what the words of the key name
     */
    record Done(String key, List<String> values) implements News {
        static Done of(String key, String... values) {
            return new Done(key, List.of(values));
        }
    }

    /**
     * It did not.
     *
     * @param failure why
     * @param triedKey which key was pasted, masked
     */
    record Failed(RuntimeException failure, Optional<String> triedKey) implements News {}
}
