package io.okxconnect.testkit;

import io.okxconnect.testkit.internal.http.Journal;
import java.util.List;
import java.util.function.Predicate;

/**
 * What arrived at the sandbox, in order of arrival, faulted requests included. A request is in the journal before it
 * is answered. Thread-safe.
 */
public final class SandboxJournal {
    private final Journal journal;

    SandboxJournal(Journal journal) {
        this.journal = journal;
    }

    /**
     * All remembered requests.
     *
     * @return oldest first
     */
    public List<SandboxRequest> requests() {
        return journal.visits().stream().map(SandboxRequest::new).toList();
    }

    /**
     * The remembered requests that a test asks for.
     *
     * @param wanted which ones
     * @return oldest first
     */
    public List<SandboxRequest> find(Predicate<SandboxRequest> wanted) {
        return requests().stream().filter(wanted).toList();
    }

    /**
     * The remembered requests to one endpoint.
     *
     * @param method such as {@code GET}
     * @param path the path without a query
     * @return oldest first
     */
    public List<SandboxRequest> find(String method, String path) {
        return find(it -> it.method().equals(method) && it.path().equals(path));
    }

    /**
     * How many requests are remembered.
     *
     * @return 0 or more
     */
    public int count() {
        return journal.visits().size();
    }

    /**
     * How many remembered requests went to one endpoint.
     *
     * @param method such as {@code POST}
     * @param path the path without a query
     * @return 0 or more
     */
    public int count(String method, String path) {
        return find(method, path).size();
    }

    /** Forgets all requests. */
    public void clear() {
        journal.clear();
    }
}
