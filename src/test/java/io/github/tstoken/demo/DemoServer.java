package io.github.tstoken.demo;

import io.github.tstoken.standin.StandInThoughtSpot;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.catalina.LifecycleException;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** A running demo: Tomcat with both web applications and, unless there is a real one, the stand-in ThoughtSpot. */
public final class DemoServer implements AutoCloseable {
    private static final Path TS_TOKEN = Path.of("target", "ts-token.war");

    private final Optional<StandInThoughtSpot> standIn;
    private final URI thoughtSpot;
    private final DemoTomcat tomcat;

    private DemoServer(DemoOptions options) throws IOException, LifecycleException {
        standIn = options.thoughtSpot().isPresent() ? Optional.empty() : Optional.of(StandInThoughtSpot.start());
        thoughtSpot = options.thoughtSpot()
                .or(() -> standIn.map(StandInThoughtSpot::url))
                .orElseThrow();
        tomcat = DemoTomcat.create(options.port());
        tomcat.deploy(EmbeddingApplication.CONTEXT_PATH, embeddingApplication(), applicationParameters(options));
        tomcat.deploy("/ts-token", TS_TOKEN, tokenServiceParameters(options));
        tomcat.start();
        standIn.ifPresent(cluster -> cluster.settings().allowedOrigins().add(origin()));
    }

    /** Starts everything. {@code target/ts-token.war} has to be there. */
    public static DemoServer start(DemoOptions options) throws IOException, LifecycleException {
        return new DemoServer(options);
    }

    /** The origin of both web applications, such as {@code http://127.0.0.1:8080}. */
    public String origin() {
        return "http://127.0.0.1:" + tomcat.port();
    }

    /** The home page of the embedding application. */
    public URI home() {
        return URI.create(origin() + EmbeddingApplication.CONTEXT_PATH + "/");
    }

    /** Where ThoughtSpot is, the real one or the stand-in. */
    public URI thoughtSpot() {
        return thoughtSpot;
    }

    /** The stand-in, when there is no real ThoughtSpot. */
    public Optional<StandInThoughtSpot> standIn() {
        return standIn;
    }

    @Override
    public void close() {
        tomcat.close();
        standIn.ifPresent(StandInThoughtSpot::close);
    }

    private static Path embeddingApplication() throws IOException {
        Path war = Files.createDirectories(Path.of("target", "demo")).resolve("app.war");
        EmbeddingApplication.archive().as(ZipExporter.class).exportTo(war.toFile(), true);
        return war;
    }

    private Map<String, String> applicationParameters(DemoOptions options) {
        return Map.of(
                "demo.thoughtspot", thoughtSpot.toString(),
                "demo.liveboard", options.liveboard(),
                "demo.stand-in", String.valueOf(standIn.isPresent()),
                "demo.sdk",
                        options.sdk()
                                .map(Path::toAbsolutePath)
                                .map(Path::toString)
                                .orElse(""));
    }

    private Map<String, String> tokenServiceParameters(DemoOptions options) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("tstoken.thoughtspot.url", thoughtSpot.toString());
        standIn.ifPresent(cluster -> parameters.put(
                "tstoken.thoughtspot.secret-key", cluster.settings().secretKey()));
        parameters.put("tstoken.user.required-roles", "analyst");
        parameters.put("tstoken.web.login-url", EmbeddingApplication.CONTEXT_PATH + "/");
        parameters.putAll(options.parameters());
        return parameters;
    }
}
