package io.github.tstoken.web;

import io.github.tstoken.identity.Caller;
import io.github.tstoken.policy.Decision;
import io.github.tstoken.policy.Wanted;
import io.github.tstoken.thoughtspot.LoginToken;
import io.github.tstoken.thoughtspot.TokenRequest;
import io.github.tstoken.web.answer.Problem;
import io.github.tstoken.web.answer.ProblemException;
import java.util.concurrent.CompletionStage;

/** From somebody who is signed in to their token: what may they get, then mint. */
final class Issuance {
    private Issuance() {}

    /** A token of one person. */
    record Issued(TokenRequest request, LoginToken token) {}

    /**
     * Gets what the policy gives.
     *
     * @throws ProblemException when it gives nothing; ThoughtSpot is not asked
     */
    static CompletionStage<Issued> issue(Dispatch dispatch, Caller caller, Wanted wanted) {
        TokenRequest request = granted(dispatch.service().policy().decide(caller, wanted));
        dispatch.trail().ifPresent(trail -> trail.asksFor(request));
        return dispatch.service().issuer().issue(request).thenApply(token -> new Issued(request, token));
    }

    private static TokenRequest granted(Decision decision) {
        if (decision instanceof Decision.Refused refused) {
            throw ProblemException.because(Problem.of(refused.refusal()), refused.reason());
        }
        return ((Decision.Granted) decision).request();
    }
}
