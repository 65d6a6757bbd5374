package io.github.tstoken.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * What happens here, counted since the start. Nothing of a person is in it, and every label has few values, all of them known
 * before: no browser can add one.
 */
public final class Metrics {
    /** Seconds that tell a healthy ThoughtSpot from a slow one, and a slow one from one that hangs. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    /** There from the start: a figure that begins with its first event hides that event from a scraper. */
    private final Map<Source, Counter> tokens = counters("tstoken.tokens", "source", Source.class);

    private final Map<Revocation, Counter> revocations = counters("tstoken.revocations", "outcome", Revocation.class);
    private final Counter personLimited = registry.counter("tstoken.person.limited");

    /** Where a token came from. */
    public enum Source {
        /** From ThoughtSpot, for this request. */
        MINTED,
        /** It was handed out in this sign-in before. */
        REUSED,
        /** From a mint that another request of this sign-in had begun. */
        JOINED
    }

    /** What ThoughtSpot is asked. */
    public enum Call {
        /** For a token. */
        MINT,
        /** Whether a token is good. */
        VALIDATE,
        /** To end a token. */
        REVOKE
    }

    /** What became of the end of a token. */
    public enum Revocation {
        /** ThoughtSpot knows. */
        DONE,
        /** ThoughtSpot could not be told. */
        FAILED,
        /** Too many wait: the token ends by itself. */
        LEFT
    }

    /** What became of the refresh of a connection. */
    public enum Refresh {
        /** There is a new access token. */
        DONE,
        /** Another was faster, on whatever node. */
        OVERTAKEN,
        /** The provider has ended the grant. */
        GRANT_ENDED,
        /** The provider gave no answer that could be used. */
        UNAVAILABLE
    }

    /** How text for scrapers is written. */
    public enum Format {
        /** Prometheus's text format. */
        PROMETHEUS("text/plain;charset=utf-8;version=0.0.4"),
        /** OpenMetrics 1.0. */
        OPEN_METRICS("application/openmetrics-text;charset=utf-8;version=1.0.0");

        private final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }

        /** The media type of the text. */
        public String contentType() {
            return contentType;
        }
    }

    /**
     * Counts an answer.
     *
     * @param route the route's name, {@code none} where there is none
     * @param problem the problem's name, {@code none} where it was none
     */
    public void answered(String route, String problem) {
        registry.counter("tstoken.requests", "route", route, "problem", problem).increment();
    }

    /** Counts a token. */
    public void issued(Source source) {
        tokens.get(source).increment();
    }

    /** Counts a refusal, since one person caused too many mints. */
    public void personLimited() {
        personLimited.increment();
    }

    /** Counts the end of a token. */
    public void revocation(Revocation outcome) {
        revocations.get(outcome).increment();
    }

    /** Counts the refresh of a connection. */
    public void refreshed(String provider, Refresh outcome) {
        registry.counter("tstoken.refreshes", "provider", provider, "outcome", word(outcome))
                .increment();
    }

    /** Counts the end of a connection's tokens at its provider. */
    public void providerRevocation(String provider, Revocation outcome) {
        registry.counter("tstoken.provider.revocations", "provider", provider, "outcome", word(outcome))
                .increment();
    }

    /** Counts a question to the database. */
    public void storeAnswered(boolean well) {
        registry.counter("tstoken.store.questions", "outcome", well ? "ok" : "failed")
                .increment();
    }

    /**
     * Notes a call to ThoughtSpot.
     *
     * @param outcome {@code ok}, or the kind of failure
     * @param took from its beginning, with the wait for a place
     */
    public void called(Call call, String outcome, Duration took) {
        Timer.builder("tstoken.upstream")
                .tags("call", word(call), "outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took);
    }

    /** Shows a number that changes: it is asked for whenever somebody looks. */
    public void show(String name, IntSupplier number) {
        Gauge.builder("tstoken." + name, number::getAsInt).register(registry);
    }

    /** Everything, as scrapers read it. */
    public String text(Format format) {
        return registry.scrape(format.contentType());
    }

    private <E extends Enum<E>> Map<E, Counter> counters(String name, String label, Class<E> values) {
        Map<E, Counter> counters = new EnumMap<>(values);
        for (E value : values.getEnumConstants()) {
            counters.put(value, registry.counter(name, label, word(value)));
        }
        return counters;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
