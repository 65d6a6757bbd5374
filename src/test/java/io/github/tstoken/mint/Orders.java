package io.github.tstoken.mint;

import io.github.tstoken.http.TraceContext;
import io.github.tstoken.identity.Caller;
import io.github.tstoken.identity.SignInId;
import io.github.tstoken.identity.SignInIds;
import io.github.tstoken.mint.Order.Newness;
import io.github.tstoken.thoughtspot.TokenRequest;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Orders of people who are signed in. */
final class Orders {
    private Orders() {}

    static Order of(String name, String session, Newness newness) {
        SignInId signIn = new SignInId(SignInIds.ofSession(session), SignInIds.ofSession(name));
        return new Order(caller(name, Optional.of(signIn)), request(name), newness, TraceContext.begin());
    }

    static Order ofNoSignIn(String name) {
        return new Order(caller(name, Optional.empty()), request(name), Newness.ANY, TraceContext.begin());
    }

    static TokenRequest request(String name) {
        return new TokenRequest(name, OptionalInt.empty(), Optional.empty(), FakeThoughtSpot.LIFE);
    }

    private static Caller caller(String name, Optional<SignInId> signIn) {
        return new Caller(name, "principal", Set.of(), Map.of(), Map.of(), signIn);
    }
}
