package io.okxconnect.credential;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The newest state of each file that this process has seen, to notice when an older one is put back. Whatever another process
 * does rightly, a later revision or a re-created account, only ever moves it forward.
 */
final class HighWaterMarks {
    private final Map<String, Mark> marks = new ConcurrentHashMap<>();

    /**
     * What was seen of one file.
     *
     * @param incarnation of the account that stands there; null if it was deleted or never seen
     * @param revision the highest of that incarnation
     * @param ended incarnations that were deleted or replaced, and must never come back
     */
    record Mark(@Nullable String incarnation, long revision, Set<String> ended) {
        static final Mark NOTHING = new Mark(null, 0, Set.of());

        boolean isNewerThan(byte[] foundIncarnation, long foundRevision) {
            String found = HexFormat.of().formatHex(foundIncarnation);
            return ended.contains(found) || (found.equals(incarnation) && revision > foundRevision);
        }

        private Mark advancedTo(byte[] foundIncarnation, long foundRevision) {
            return isNewerThan(foundIncarnation, foundRevision)
                    ? this
                    : new Mark(
                            HexFormat.of().formatHex(foundIncarnation),
                            foundRevision,
                            ended(HexFormat.of().formatHex(foundIncarnation)));
        }

        private Mark without(String foundIncarnation) {
            Set<String> more = new HashSet<>(ended);
            more.add(foundIncarnation);
            boolean stood = foundIncarnation.equals(incarnation);
            return new Mark(stood ? null : incarnation, stood ? 0 : revision, Set.copyOf(more));
        }

        private Mark deleted() {
            return new Mark(null, 0, ended(null));
        }

        private Set<String> ended(@Nullable String next) {
            if (incarnation == null || incarnation.equals(next)) {
                return ended;
            }
            Set<String> more = new HashSet<>(ended);
            more.add(incarnation);
            return Set.copyOf(more);
        }
    }

    /** The mark now; taken before a file is read, so that a write in between does not make the file look old. */
    Mark of(String fileName) {
        return marks.getOrDefault(fileName, Mark.NOTHING);
    }

    void advance(String fileName, byte[] incarnation, long revision) {
        marks.merge(
                fileName,
                Mark.NOTHING.advancedTo(incarnation, revision),
                (mark, first) -> mark.advancedTo(incarnation, revision));
    }

    /** All marks now, for reading many records at once. */
    Map<String, Mark> snapshot() {
        return Map.copyOf(marks);
    }

    /** From now on, that incarnation is not valid again; another one that somebody stored meanwhile is. */
    void ended(String fileName, byte[] incarnation) {
        String ended = HexFormat.of().formatHex(incarnation);
        marks.compute(fileName, (name, mark) -> (mark == null ? Mark.NOTHING : mark).without(ended));
    }

    /** From now on, no state of the account that was seen before is valid again. */
    void deleted(String fileName) {
        marks.computeIfPresent(fileName, (name, mark) -> mark.deleted());
    }
}
