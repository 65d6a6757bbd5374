package io.github.tstoken.policy;

import java.util.Optional;
import java.util.function.Function;

/** What the user name rules made of a person: a ThoughtSpot user or a refusal. */
sealed interface Mapping {

    /** The ThoughtSpot user, when there is one. */
    Optional<String> username();

    /** What follows for the ThoughtSpot user; a refusal stays what it is. */
    Decision decide(Function<String, Decision> forUser);

    /** A ThoughtSpot user, exactly as it is sent. */
    record Mapped(String name) implements Mapping {
        @Override
        public Optional<String> username() {
            return Optional.of(name);
        }

        @Override
        public Decision decide(Function<String, Decision> forUser) {
            return forUser.apply(name);
        }
    }

    /** Nobody. */
    record Refused(Refusal refusal) implements Mapping {
        @Override
        public Optional<String> username() {
            return Optional.empty();
        }

        @Override
        public Decision decide(Function<String, Decision> forUser) {
            return new Decision.Refused(refusal);
        }
    }
}
