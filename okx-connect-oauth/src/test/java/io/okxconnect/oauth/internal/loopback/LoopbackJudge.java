package io.okxconnect.oauth.internal.loopback;

import java.net.InetAddress;

/** Lets tests elsewhere ask how a request of any peer would be judged. */
public final class LoopbackJudge {
    private LoopbackJudge() {}

    /** The status of a refusal, or 0. */
    public static int refusal(InetAddress peer, String head, String host, String path) {
        return LoopbackRequest.judge(peer, head, host, path).refusal();
    }
}
