package io.okxconnect.examples.myexchanges;

import io.okxconnect.doctor.ConnectFailedException;
import io.okxconnect.error.DifferentAccountException;
import io.okxconnect.error.DuplicateAccountException;
import io.okxconnect.error.ExchangeException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.examples.myexchanges.connect.ElsewhereException;
import io.okxconnect.examples.myexchanges.connect.RefusedException;
import io.okxconnect.oauth.error.CallbackRejectedException;
import io.okxconnect.oauth.error.FastApiException;
import io.okxconnect.oauth.error.OAuthErrorException;

/** Puts a failure into the user's words. None of it comes from the callback: anyone can write one. */
final class Problems {
    private final Words words;

    Problems(Words words) {
        this.words = words;
    }

    Problem of(RuntimeException failure) {
        if (failure instanceof ConnectFailedException connect) {
            return Problem.of(connect.diagnosis(), words);
        }
        if (failure instanceof RefusedException refused) {
            return Problem.of(refused.diagnosis(), words);
        }
        if (failure instanceof ElsewhereException elsewhere) {
            return said("elsewhere")
                    .with(words.say(
                            "problem.elsewhere.evidence",
                            words.name("site", elsewhere.siteName()),
                            words.say("environment." + elsewhere.environment())));
        }
        if (failure instanceof FastApiException fast) {
            return ofFastConnect(fast);
        }
        if (failure instanceof CallbackRejectedException rejected) {
            return said("callback." + rejected.reason());
        }
        if (failure instanceof OAuthErrorException refusal) {
            return refusal.isDeclined()
                    ? said("declined")
                    : said("consent").with(words.say("problem.code", refusal.code()));
        }
        if (failure instanceof DuplicateAccountException) {
            return said("duplicate");
        }
        if (failure instanceof DifferentAccountException) {
            return said("different");
        }
        return other(failure);
    }

    private Problem ofFastConnect(FastApiException failure) {
        Problem problem = failure.getCause() instanceof ConnectFailedException connect
                ? Problem.of(connect.diagnosis(), words)
                : words.find("problem.fast." + failure.reason()).isPresent()
                        ? said("fast." + failure.reason())
                        : said("fast");
        Problem withKey = problem.with(words.say("key-at-okx." + failure.keyAtOkx()));
        return failure.error()
                .map(error -> withKey.with(words.say("problem.code", error.code())))
                .orElse(withKey);
    }

    private Problem other(RuntimeException failure) {
        if (failure instanceof ExchangeException refusal) {
            return said("other").with(words.say("problem.code", refusal.code()));
        }
        if (failure instanceof OkxConnectException known && words == Words.in("en")) {
            return Problem.of(known.problem(), known.nextStep());
        }
        return said("other");
    }

    private Problem said(String key) {
        return Problem.of(words.say("problem." + key), words.say("problem." + key + ".next"));
    }
}
