package io.okxconnect.credential;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A disk in memory that knows what a power loss may leave of it. It promises less than any real one: of a file that was not
 * forced, each sector may be old, new, zero or rubbish, and its length any in between; of a directory that was not forced,
 * each name may stand for anything that it stood for since, whatever became of the other names.
 */
final class SimulatedDisk implements FileOps {
    private static final int[] SECTORS = {16, 64, 512};

    private final Path root;
    /** By path below the root, what the name stood for since its directory was forced; the last is what is seen. */
    private final Map<String, List<Inode>> names = new TreeMap<>();

    SimulatedDisk(Path root) {
        this.root = root;
    }

    /** A file or directory, or in a name's history that there was none. */
    private static final class Inode {
        static final Inode NONE = new Inode(Kind.ABSENT, new byte[0]);

        final Kind kind;
        byte[] durable;
        byte[] content;

        Inode(Kind kind, byte[] content) {
            this.kind = kind;
            this.durable = content;
            this.content = content;
        }

        boolean isForced() {
            return Arrays.equals(durable, content);
        }

        byte[] afterPowerLoss(Random random) {
            if (isForced()) {
                return content;
            }
            int longest = Math.max(durable.length, content.length);
            int shortest = Math.min(durable.length, content.length);
            int length = switch (random.nextInt(4)) {
                case 0 -> durable.length;
                case 1 -> shortest + random.nextInt(longest - shortest + 1);
                default -> content.length;
            };
            byte[] left = new byte[length];
            int sector = SECTORS[random.nextInt(SECTORS.length)];
            for (int at = 0; at < length; at += sector) {
                byte[] from = at < durable.length && random.nextBoolean() ? durable : content;
                int end = Math.min(at + sector, length);
                if (at >= durable.length && random.nextInt(4) == 0) {
                    from = new byte[length];
                    if (random.nextBoolean()) {
                        random.nextBytes(from);
                    }
                }
                if (at < from.length) {
                    System.arraycopy(from, at, left, at, Math.min(end, from.length) - at);
                }
            }
            return left;
        }
    }

    /** Whether a power loss could change anything now. */
    boolean isAtRisk() {
        return names.values().stream()
                .anyMatch(each -> each.size() > 1 || each.stream().anyMatch(inode -> !inode.isForced()));
    }

    /** One of the disks that a power loss now may leave; {@code null} for the one that has lost all that it may lose. */
    SimulatedDisk afterPowerLoss(Path newRoot, Random random) {
        SimulatedDisk left = new SimulatedDisk(newRoot);
        Map<Inode, Inode> copies = new IdentityHashMap<>();
        names.forEach((name, history) -> {
            Inode chosen = history.get(random == null ? 0 : random.nextInt(history.size()));
            // Sorted, so that a directory comes before what is in it.
            boolean reachable = !name.contains("/") || left.names.containsKey(parentOf(name));
            if (chosen != Inode.NONE && reachable) {
                Inode copy = copies.computeIfAbsent(
                        chosen,
                        inode -> new Inode(inode.kind, random == null ? inode.durable : inode.afterPowerLoss(random)));
                left.names.put(name, new ArrayList<>(List.of(copy)));
            }
        });
        return left;
    }

    /** What all files but the lock hold, to compare. */
    Map<String, ByteBuffer> contents() {
        Map<String, ByteBuffer> contents = new HashMap<>();
        names.forEach((name, history) -> {
            Inode inode = last(history);
            if (inode.kind != Kind.ABSENT && !name.endsWith("/" + VaultLock.FILE_NAME)) {
                contents.put(name, ByteBuffer.wrap(inode.content.clone()));
            }
        });
        return contents;
    }

    /** Puts content where it is, durably, as another program would. */
    void put(Path file, byte[] content) {
        names.put(name(file), new ArrayList<>(List.of(new Inode(Kind.FILE, content.clone()))));
    }

    private String name(Path path) {
        return root.relativize(path).toString();
    }

    private static String parentOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }

    private static Inode last(List<Inode> history) {
        return history.get(history.size() - 1);
    }

    private Inode find(String name) {
        List<Inode> history = names.get(name);
        return history == null ? Inode.NONE : last(history);
    }

    private Inode file(Path path) throws NoSuchFileException {
        Inode inode = find(name(path));
        if (inode.kind != Kind.FILE) {
            throw new NoSuchFileException(path.toString());
        }
        return inode;
    }

    private void point(String name, Inode inode) {
        names.computeIfAbsent(name, absent -> new ArrayList<>(List.of(Inode.NONE)))
                .add(inode);
    }

    private Inode create(Path path, Kind kind) throws IOException {
        String name = name(path);
        if (find(name).kind != Kind.ABSENT) {
            throw new FileAlreadyExistsException(path.toString());
        }
        if (name.contains("/") && find(parentOf(name)).kind != Kind.DIRECTORY) {
            throw new NoSuchFileException(path.toString());
        }
        Inode inode = new Inode(kind, new byte[0]);
        point(name, inode);
        return inode;
    }

    @Override
    public Kind kind(Path path) {
        return find(name(path)).kind;
    }

    @Override
    public boolean isOpenToOthers(Path path) {
        return false;
    }

    @Override
    public boolean isOwnedByAnother(Path path) {
        return false;
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        create(directory, Kind.DIRECTORY);
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        String parent = name(directory);
        if (find(parent).kind != Kind.DIRECTORY) {
            throw new NoSuchFileException(directory.toString());
        }
        return names.keySet().stream()
                .filter(each -> each.contains("/") && parentOf(each).equals(parent))
                .filter(each -> find(each).kind != Kind.ABSENT)
                .map(root::resolve)
                .toList();
    }

    @Override
    public byte[] read(Path file, int maxBytes) throws IOException {
        byte[] content = file(file).content;
        return Arrays.copyOf(content, Math.min(content.length, maxBytes));
    }

    @Override
    public NewFile createNew(Path file) throws IOException {
        Inode inode = create(file, Kind.FILE);
        return new NewFile() {
            @Override
            public void write(byte[] bytes) {
                int length = inode.content.length;
                inode.content = Arrays.copyOf(inode.content, length + bytes.length);
                System.arraycopy(bytes, 0, inode.content, length, bytes.length);
            }

            @Override
            public void force() {
                inode.durable = inode.content;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void replace(Path source, Path target) throws IOException {
        Inode moved = file(source);
        point(name(target), moved);
        point(name(source), Inode.NONE);
    }

    @Override
    public boolean delete(Path file) {
        boolean existed = find(name(file)).kind != Kind.ABSENT;
        if (existed) {
            point(name(file), Inode.NONE);
        }
        return existed;
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        String parent = name(directory);
        if (!parent.isEmpty() && find(parent).kind != Kind.DIRECTORY) {
            throw new NoSuchFileException(directory.toString());
        }
        names.entrySet().removeIf(each -> {
            if (parentOf(each.getKey()).equals(parent)) {
                Inode now = last(each.getValue());
                each.setValue(new ArrayList<>(List.of(now)));
                return now.kind == Kind.ABSENT;
            }
            return false;
        });
    }

    @Override
    public LockFile openLock(Path file) throws IOException {
        Inode inode = kind(file) == Kind.FILE ? file(file) : create(file, Kind.FILE);
        return new LockFile() {
            @Override
            public boolean tryLock() {
                return true;
            }

            @Override
            public void unlock() {}

            @Override
            public void write(byte[] content) {
                byte[] longer = Arrays.copyOf(inode.content, Math.max(inode.content.length, content.length));
                System.arraycopy(content, 0, longer, 0, content.length);
                inode.content = longer;
            }

            @Override
            public byte[] read(int length) {
                return Arrays.copyOf(inode.content, length);
            }

            @Override
            public void close() {}
        };
    }
}
