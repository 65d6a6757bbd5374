package io.github.tstoken.testkit.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * Controls a provider in another process. {@code GET /control} has what happened as JSON; {@code POST /control} takes a form with
 * {@code person}, {@code fastest} and {@code slowest} (milliseconds), {@code expires_in}, {@code rotates}, {@code end_grants_of}, {@code
 * fault} (a status for the token endpoint, 0 for none) and {@code rotate_keys}.
 */
final class ControlEndpoint {
    private ControlEndpoint() {}

    static Answer answer(RunningProvider provider, String method, Form form) {
        if (method.equals("POST")) {
            apply(provider, provider.behaviour(), form);
        }
        return Answer.json(200, provider.counts().json());
    }

    private static void apply(RunningProvider provider, Behaviour behaviour, Form form) {
        form.find("person").ifPresent(person -> behaviour.person = person);
        form.find("fastest").ifPresent(millis -> behaviour.fastest = Duration.ofMillis(Long.parseLong(millis)));
        form.find("slowest").ifPresent(millis -> behaviour.slowest = Duration.ofMillis(Long.parseLong(millis)));
        form.find("expires_in").ifPresent(seconds -> behaviour.expiresIn = Optional.of(seconds));
        form.find("rotates").ifPresent(rotates -> behaviour.rotates = Boolean.parseBoolean(rotates));
        form.find("end_grants_of").ifPresent(provider::endGrantsOf);
        form.find("rotate_keys").ifPresent(any -> provider.rotateKeys());
        form.find("fault").ifPresent(status -> {
            if (status.equals("0")) {
                behaviour.isWell();
            } else {
                behaviour.answersAt("/token", Integer.parseInt(status), "text/html", "<h1>down</h1>");
            }
        });
    }
}
