package io.github.tstoken.inside;

import io.github.tstoken.demo.DemoTomcat;
import io.github.tstoken.server.Visitor;
import io.github.tstoken.standin.StandInThoughtSpot;
import io.github.tstoken.standin.Token;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.catalina.LifecycleException;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A Tomcat with one application at {@code /app} that has ts-token inside, and a stand-in for ThoughtSpot. */
final class HostServer implements AutoCloseable {
    private final StandInThoughtSpot thoughtSpot = StandInThoughtSpot.start();
    private final DemoTomcat tomcat;

    private HostServer(Path war, Map<String, String> parameters) throws IOException, LifecycleException {
        Map<String, String> all = new HashMap<>(Map.of(
                "tstoken.thoughtspot.url", thoughtSpot.url().toString(),
                "tstoken.thoughtspot.secret-key", thoughtSpot.settings().secretKey()));
        all.putAll(parameters);
        tomcat = DemoTomcat.create(0);
        tomcat.deploy("/app", war, all);
        try {
            tomcat.start();
        } catch (IllegalStateException refused) {
            thoughtSpot.close();
            throw refused;
        }
    }

    /** Starts; an {@link IllegalStateException} when the application does not start. */
    static HostServer with(WebArchive application, Map<String, String> parameters)
            throws IOException, LifecycleException {
        Path folder = Files.createDirectories(Path.of("target", "inside"));
        Path war = Files.createTempFile(folder, "app-", ".war");
        application.as(ZipExporter.class).exportTo(war.toFile(), true);
        return with(war, parameters);
    }

    /** The same with a WAR that is there. */
    static HostServer with(Path war, Map<String, String> parameters) throws IOException, LifecycleException {
        return new HostServer(war, parameters);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + tomcat.port());
    }

    Visitor visitor() {
        return Visitor.at(address());
    }

    StandInThoughtSpot thoughtSpot() {
        return thoughtSpot;
    }

    /** For whom ThoughtSpot gave out this token; empty when it did not. */
    String ownerOf(String token) {
        return thoughtSpot.tokens().find(token).map(Token::username).orElse("");
    }

    /** Ends the application, while the server goes on. */
    void stopApplication() throws LifecycleException {
        tomcat.host().findChild("/app").stop();
    }

    @Override
    public void close() {
        tomcat.close();
        thoughtSpot.close();
    }
}
