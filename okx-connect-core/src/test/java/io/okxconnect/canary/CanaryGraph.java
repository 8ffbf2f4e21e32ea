package io.okxconnect.canary;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks everything that an object holds, private fields included, and searches each text and byte array for a secret. For
 * exceptions: crash reporters dump them whole. Fields of JDK classes that Java keeps closed are read through their public
 * methods instead.
 */
public final class CanaryGraph {
    private static final int MAX_OBJECTS = 100_000;

    private final CanaryScanner scanner;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private CanaryGraph(CanaryScanner scanner) {
        this.scanner = scanner;
    }

    /** Which canary the object holds, and on which path; empty if none. */
    public static Optional<String> find(Object root) {
        return find(root, CanaryScanner.canaries());
    }

    static Optional<String> find(Object root, CanaryScanner scanner) {
        return new CanaryGraph(scanner)
                .walk(root, root == null ? "null" : root.getClass().getSimpleName());
    }

    private Optional<String> walk(Object at, String path) {
        if (at == null || at instanceof Enum<?> || at instanceof Class<?> || !seen.add(at)) {
            return Optional.empty();
        }
        if (seen.size() > MAX_OBJECTS) {
            throw new AssertionError("More than " + MAX_OBJECTS + " objects hang on " + path);
        }
        if (at instanceof CharSequence text) {
            return scanner.find(text).map(what -> what + " at " + path);
        }
        if (at instanceof byte[] bytes) {
            return scanner.find(bytes).map(what -> what + " at " + path);
        }
        if (at instanceof char[] characters) {
            return scanner.find(new String(characters)).map(what -> what + " at " + path);
        }
        if (at.getClass().isArray()) {
            return walkArray(at, path);
        }
        Optional<String> found = walkPublicContent(at, path);
        for (Class<?> type = at.getClass(); found.isEmpty() && type != null; type = type.getSuperclass()) {
            found = walkFields(at, type, path);
        }
        return found;
    }

    private Optional<String> walkArray(Object array, String path) {
        if (array.getClass().getComponentType().isPrimitive()) {
            return Optional.empty();
        }
        return walkAll(Arrays.asList((Object[]) array), path);
    }

    private Optional<String> walkPublicContent(Object at, String path) {
        if (at instanceof Map<?, ?> map) {
            return walkAll(map.keySet(), path + ".keys").or(() -> walkAll(map.values(), path + ".values"));
        }
        if (at instanceof Collection<?> collection) {
            return walkAll(collection, path);
        }
        if (at instanceof Optional<?> optional) {
            return optional.isPresent() ? walk(optional.get(), path + ".get") : Optional.empty();
        }
        if (at instanceof Throwable thrown) {
            return walk(thrown.getMessage(), path + ".message")
                    .or(() -> walk(thrown.getLocalizedMessage(), path + ".localizedMessage"))
                    .or(() -> walk(thrown.toString(), path + ".toString"))
                    .or(() -> walk(thrown.getCause(), path + ".cause"))
                    .or(() -> walk(thrown.getSuppressed(), path + ".suppressed"));
        }
        return Optional.empty();
    }

    private Optional<String> walkAll(Collection<?> elements, String path) {
        int index = 0;
        for (Object element : elements) {
            Optional<String> found = walk(element, path + "[" + index++ + "]");
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> walkFields(Object at, Class<?> type, String path) {
        for (Field field : type.getDeclaredFields()) {
            boolean isObject =
                    !Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive();
            if (isObject && field.trySetAccessible()) {
                Optional<String> found = walk(valueOf(field, at), path + "." + field.getName());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Object valueOf(Field field, Object at) {
        try {
            return field.get(at);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
