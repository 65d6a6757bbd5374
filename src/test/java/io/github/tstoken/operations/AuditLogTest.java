package io.github.tstoken.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.tstoken.identity.Caller;
import io.github.tstoken.thoughtspot.Guid;
import io.github.tstoken.thoughtspot.TokenRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123456Z");
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void whenATokenIsGranted_thenTheLineSaysWhoAndForWhat() {
        TokenRequest request = new TokenRequest(
                "bob", OptionalInt.of(7), Guid.parse("0123abcd-0000-4000-8000-0123456789ab"), Duration.ofMinutes(1));
        AuditEvent event = new AuditEvent(
                AuditEvent.Action.REDIRECT,
                Optional.of(caller("Bob")),
                Optional.of(request),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                TRACE);
        assertThat(AuditLog.line(event, NOW))
                .isEqualTo(
                        "{\"time\":\"2026-11-22T12:00:00.123Z\",\"action\":\"redirect\",\"outcome\":\"granted\",\"principal\":\"Bob\","
                                + "\"source\":\"principal\",\"username\":\"bob\",\"org_id\":7,\"kind\":\"object\","
                                + "\"object\":\"0123abcd-0000-4000-8000-0123456789ab\",\"trace_id\":\"" + TRACE
                                + "\"}");
    }

    @Test
    void whenAConnectionIsRefreshed_thenTheLineSaysAtWhichProvider() {
        AuditEvent event = new AuditEvent(
                AuditEvent.Action.REFRESH,
                Optional.of(caller("Bob")),
                Optional.empty(),
                Optional.of("github"),
                Optional.of("provider-unavailable"),
                true,
                Optional.empty(),
                TRACE);
        assertThat(AuditLog.line(event, NOW))
                .contains("\"action\":\"refresh\",\"outcome\":\"refused\",\"problem\":\"provider-unavailable\"")
                .contains("\"principal\":\"Bob\"")
                .contains("\"provider\":\"github\"");
    }

    @Test
    @DisplayName("[R66] every event is a line of the audit logger, a warning when somebody should look at it")
    void whenAnEventIsRecorded_thenTheLoggerHasItWithItsLevel() {
        List<LogRecord> records = new ArrayList<>();
        RecentAudit recent = new RecentAudit();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                records.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("io.github.tstoken.audit");
        logger.addHandler(handler);
        try {
            new AuditLog(Clock.fixed(NOW, ZoneOffset.UTC), recent).record(refused("{0} %s"));
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(recent.newest(10)).containsExactly(AuditLog.line(refused("{0} %s"), NOW));
        assertThat(records).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARNING);
            assertThat(new SimpleFormatter().formatMessage(line)).isEqualTo(AuditLog.line(refused("{0} %s"), NOW));
        });
    }

    @Test
    @DisplayName("[R66] the start of the service is a line")
    void whenTheServiceStarts_thenTheLineSaysSo() {
        assertThat(AuditLog.line(AuditEvent.started(TRACE), NOW))
                .isEqualTo("{\"time\":\"2026-11-22T12:00:00.123Z\",\"action\":\"start\",\"outcome\":\"started\","
                        + "\"trace_id\":\"" + TRACE + "\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\r\nb", "\u001b[31mred", "a\u2028b", "\"},{\"outcome\":\"granted", "\u202eevil", "\ud800"})
    @DisplayName("[R65] a hostile name stays inside its line")
    void whenANameIsHostile_thenTheLineIsOneLineOfPlainText(String name) throws IOException {
        String line = AuditLog.line(refused(name), NOW);
        assertThat(line).matches("[\\x20-\\x7e]+");
        JsonNode read = new JsonMapper().readTree(line);
        assertThat(read.get("outcome").asText()).isEqualTo("refused");
        assertThat(read.get("principal").asText()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u0000", "\u20ac", "\""})
    @DisplayName("[R65] a line is shorter than 1 KiB, however long a name is")
    void whenANameIsLong_thenTheLineIsShort(String letter) {
        String line = AuditLog.line(refused(letter.repeat(10_000)), NOW);
        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1024);
        assertThat(line).contains("...");
    }

    private static AuditEvent refused(String name) {
        return new AuditEvent(
                AuditEvent.Action.MINT,
                Optional.of(caller(name)),
                Optional.of(new TokenRequest(name, OptionalInt.empty(), Optional.empty(), Duration.ofMinutes(1))),
                Optional.empty(),
                Optional.of("upstream-rejected-service"),
                true,
                Optional.of("ThoughtSpot answered 401"),
                TRACE);
    }

    private static Caller caller(String name) {
        return new Caller(name, "principal", Set.of(), Map.of(), Map.of());
    }
}
