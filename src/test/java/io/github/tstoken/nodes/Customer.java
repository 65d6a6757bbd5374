package io.github.tstoken.nodes;

import io.github.tstoken.nodes.Person.Answer;
import io.github.tstoken.testkit.provider.RunningProvider;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Somebody who connects, asks for tokens and disconnects, again and again, and knows what has to be true of that: whatever was
 * answered is so, and what got no answer is one or the other.
 */
final class Customer {
    private static final Duration LIFE_OF_A_TOKEN = Duration.ofMillis(1100);

    private final Person person;
    private final RunningProvider provider;
    private final Journal journal;
    private Standing standing = Standing.NOT_CONNECTED;
    private Optional<String> token = Optional.empty();
    /** Known, and perhaps changed by a connection that got no answer. */
    private boolean hasToReconnect;
    /** Connections whose end was not seen, so that nobody may have the tokens of their grants. */
    private int interrupted;

    /** What the last answers say. */
    private enum Standing {
        CONNECTED,
        NOT_CONNECTED,
        RECONNECT_NEEDED,
        /** An answer is missing. */
        UNKNOWN
    }

    Customer(String name, RunningProvider provider, Journal journal) {
        this.person = new Person(name);
        this.provider = provider;
        this.journal = journal;
    }

    /** Does the next thing. */
    void step(Node node) {
        switch (standing) {
            case NOT_CONNECTED, RECONNECT_NEEDED -> {
                look(node);
                connect(node);
            }
            case UNKNOWN -> look(node);
            case CONNECTED -> {
                if (ThreadLocalRandom.current().nextInt(4) == 0) {
                    disconnect(node);
                } else {
                    look(node);
                    LockSupport.parkNanos(LIFE_OF_A_TOKEN.toNanos());
                }
            }
        }
    }

    private Optional<Answer> answer(Doing what, Supplier<CompletableFuture<Answer>> asked) {
        try {
            Answer answer = asked.get().join();
            journal.note(what, answer);
            return Optional.of(answer);
        } catch (CompletionException broken) {
            journal.noAnswer(what);
            return Optional.empty();
        }
    }

    private void connect(Node node) {
        if (standing == Standing.CONNECTED || standing == Standing.UNKNOWN) {
            return;
        }
        boolean connected = answer(Doing.CONNECTING, () -> person.connect(node, node))
                .filter(answer -> answer.body().contains("result=connected"))
                .isPresent();
        interrupted += connected ? 0 : 1;
        standing = connected ? Standing.CONNECTED : Standing.UNKNOWN;
        token = Optional.empty();
    }

    private void disconnect(Node node) {
        boolean gone = answer(Doing.DISCONNECTING, () -> person.disconnect(node))
                .filter(answer -> answer.status() == 204)
                .isPresent();
        standing = gone ? Standing.NOT_CONNECTED : Standing.UNKNOWN;
    }

    /** Asks for a token, and holds the answer against what was answered before. Whether there was one that says something. */
    boolean look(Node node) {
        Optional<Answer> answer = answer(Doing.ASKING_FOR_A_TOKEN, () -> person.token(node));
        Optional<Standing> seen = answer.flatMap(Customer::standing);
        seen.ifPresent(now -> {
            require(isPossible(now), "was " + standing + " and is " + now);
            if (now == Standing.CONNECTED) {
                token = answer.map(Answer::accessToken);
                require(provider.isGood(token.orElseThrow()), "has a token that is not good");
            } else if (now == Standing.RECONNECT_NEEDED && !hasToReconnect) {
                journal.reconnectNeeded();
                require(token.filter(provider::isGood).isEmpty(), "has to reconnect, but the grant is good");
            }
            standing = now;
            hasToReconnect = now == Standing.RECONNECT_NEEDED;
        });
        return seen.isPresent();
    }

    private static Optional<Standing> standing(Answer answer) {
        return switch (answer.status()) {
            case 200 -> Optional.of(Standing.CONNECTED);
            case 404 -> Optional.of(Standing.NOT_CONNECTED);
            case 409 -> Optional.of(Standing.RECONNECT_NEEDED);
            default -> Optional.empty();
        };
    }

    private boolean isPossible(Standing now) {
        return switch (standing) {
            case CONNECTED -> now != Standing.NOT_CONNECTED;
            case NOT_CONNECTED, RECONNECT_NEEDED -> now == standing;
            case UNKNOWN -> true;
        };
    }

    private void require(boolean isSo, String otherwise) {
        if (!isSo) {
            journal.wrong(person.name() + " " + otherwise);
        }
    }

    /** Ends the connection, in the end: whether it is known to be ended. */
    boolean leave(Node node) {
        disconnect(node);
        return standing == Standing.NOT_CONNECTED;
    }

    /** Grants that are good at the provider. */
    int goodGrants() {
        return provider.goodGrantsOf(person.name());
    }

    /** As many grants as may be good although nobody has their tokens. */
    int interrupted() {
        return interrupted;
    }
}
