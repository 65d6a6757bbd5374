package io.github.tstoken.operations;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.github.tstoken.identity.Caller;
import io.github.tstoken.thoughtspot.Guid;
import io.github.tstoken.thoughtspot.TokenRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
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
    /** Members are written one by one, and no tree of them is made: the first line is a part of the start of the service. */
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

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
        StringWriter text = new StringWriter();
        try (JsonGenerator line = JSON.createGenerator(text)) {
            line.writeStartObject();
            line.writeStringField("time", time.truncatedTo(ChronoUnit.MILLIS).toString());
            line.writeStringField(
                    "action", event.action().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            line.writeStringField("outcome", outcome(event));
            write(line, "problem", event.problem());
            write(line, "reason", event.reason().map(Excerpt::of));
            write(line, "principal", event.caller().map(Caller::name).map(Excerpt::of));
            write(line, "source", event.caller().map(Caller::source).map(Excerpt::of));
            if (event.request().isPresent()) {
                describe(event.request().get(), line);
            }
            write(line, "provider", event.provider());
            line.writeStringField("trace_id", event.traceId());
            line.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can always be written", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator line, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            line.writeStringField(name, value.get());
        }
    }

    private static String outcome(AuditEvent event) {
        if (event.action() == AuditEvent.Action.START) {
            return "started";
        }
        return event.problem().isEmpty() ? "granted" : "refused";
    }

    private static void describe(TokenRequest request, JsonGenerator line) throws IOException {
        line.writeStringField("username", Excerpt.of(request.username()));
        if (request.org().isPresent()) {
            line.writeNumberField("org_id", request.org().getAsInt());
        }
        line.writeStringField("kind", request.kind());
        write(line, "object", request.object().map(Guid::value));
    }
}
