package io.github.tstoken.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tstoken.thoughtspot.TokenRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Audit events as one line of JSON each, in plain ASCII so that no name can begin a line of its own. The logger
 * {@code io.github.tstoken.audit} has nothing else, so that the server's logging configuration can send it to a file of its own.
 *
 * <p>It is the JDK's logger, which every server's configuration knows, and it is told where the line comes from: a logging
 * facade would walk the stack to find that out, which costs more than all other work on the line.
 */
public final class AuditLog implements AuditSink {
    private static final Logger LOG = Logger.getLogger("io.github.tstoken.audit");
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Clock clock;
    private final RecentAudit recent;

    /**
     * A log.
     *
     * @param recent has the last lines, too
     */
    public AuditLog(Clock clock, RecentAudit recent) {
        this.clock = clock;
        this.recent = recent;
    }

    @Override
    public void record(AuditEvent event) {
        Level level = event.alarming() ? Level.WARNING : Level.INFO;
        String line = line(event, clock.instant());
        LOG.logp(level, AuditLog.class.getName(), "record", line);
        recent.add(line);
    }

    static String line(AuditEvent event, Instant time) {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("time", time.truncatedTo(ChronoUnit.MILLIS).toString());
        line.put("action", event.action().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        line.put("outcome", outcome(event));
        event.problem().ifPresent(problem -> line.put("problem", problem));
        event.reason().ifPresent(reason -> line.put("reason", Excerpt.of(reason)));
        event.caller().ifPresent(caller -> {
            line.put("principal", Excerpt.of(caller.name()));
            line.put("source", Excerpt.of(caller.source()));
        });
        event.request().ifPresent(request -> describe(request, line));
        line.put("trace_id", event.traceId());
        try {
            return MAPPER.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }

    private static String outcome(AuditEvent event) {
        if (event.action() == AuditEvent.Action.START) {
            return "started";
        }
        return event.problem().isEmpty() ? "granted" : "refused";
    }

    private static void describe(TokenRequest request, ObjectNode line) {
        line.put("username", Excerpt.of(request.username()));
        request.org().ifPresent(org -> line.put("org_id", org));
        line.put("kind", request.kind());
        request.object().ifPresent(object -> line.put("object", object.value()));
    }
}
