package io.okxconnect.check;

import java.util.List;
import java.util.stream.Collectors;

/** Looks ahead for settings that OKX changes only while nothing is open. */
final class IdleAccount {
    private IdleAccount() {}

    static ChangeAttempt lookAhead(String setting, List<Obstacle> open) {
        boolean blocked = open.stream().anyMatch(obstacle -> obstacle.kind() != Obstacle.Kind.NOT_READABLE);
        if (blocked) {
            return ChangeAttempt.blocked(
                    "OKX does not change the " + setting + " while these are open. Clear them, then plan again.", open);
        }
        return ChangeAttempt.acceptedBut(open.stream().map(Obstacle::toString).collect(Collectors.joining(" ")));
    }
}
