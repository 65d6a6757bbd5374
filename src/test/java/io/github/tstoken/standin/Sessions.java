package io.github.tstoken.standin;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The cookie sessions of the cluster. */
public final class Sessions {
    /** Not {@code JSESSIONID}: cookies ignore ports, so the stand-in would share its name with a Tomcat beside it. */
    static final String COOKIE = "TSSTANDIN_JSESSIONID";

    /** CHOICE. */
    private static final Duration IDLE_LIMIT = Duration.ofHours(3);

    private final Map<String, Session> byId = new ConcurrentHashMap<>();
    private final Clock clock;

    Sessions(Clock clock) {
        this.clock = clock;
    }

    Session open(Token token) {
        Session session = new Session(UUID.randomUUID().toString(), token, clock.instant());
        byId.put(session.id(), session);
        return session;
    }

    /** The living session of this id; asking counts as use. */
    Optional<Session> touch(String id) {
        return Optional.ofNullable(byId.computeIfPresent(
                id, (key, session) -> isIdle(session) ? null : new Session(key, session.token(), clock.instant())));
    }

    void close(String id) {
        byId.remove(id);
    }

    /** The sessions that were opened and not closed. */
    public Collection<Session> open() {
        return List.copyOf(byId.values());
    }

    /** Ends every session, as a restart of the cluster would. */
    public void closeAll() {
        byId.clear();
    }

    void closeAllOf(String username) {
        byId.values().removeIf(session -> session.token().username().equals(username));
    }

    private boolean isIdle(Session session) {
        return session.lastSeen().plus(IDLE_LIMIT).isBefore(clock.instant());
    }
}
