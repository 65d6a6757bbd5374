package io.github.tstoken.web;

import io.github.tstoken.identity.Caller;
import io.github.tstoken.mint.Order;
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
        return dispatch.service()
                .issuer()
                .issue(new Order(caller, request, newness(dispatch, wanted), dispatch.trace()))
                .thenApply(token -> new Issued(request, token));
    }

    /** A redirect's token goes into an address, so that it is its own. */
    private static Order.Newness newness(Dispatch dispatch, Wanted wanted) {
        if (wanted.purpose() == Wanted.Purpose.REDIRECT) {
            return Order.Newness.OWN;
        }
        return WantedReader.isFresh(dispatch.passed().query()) ? Order.Newness.NEW : Order.Newness.ANY;
    }

    private static TokenRequest granted(Decision decision) {
        if (decision instanceof Decision.Refused refused) {
            throw ProblemException.because(Problem.of(refused.refusal()), refused.reason());
        }
        return ((Decision.Granted) decision).request();
    }
}
