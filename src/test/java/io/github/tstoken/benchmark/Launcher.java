package io.github.tstoken.benchmark;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tstoken.demo.EmbeddingApplication;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.startup.Tomcat;
import org.apache.hc.client5.http.async.HttpAsyncClient;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.slf4j.Logger;

/** Starts servers, each in a process of its own whose class path has what an installed server has, and the bare servlet's libraries. */
public final class Launcher {
    /** The WAR that was built, for {@link ServerProcess#deploy}. */
    public static final String TS_TOKEN = WebApplications.war("/ts-token", Path.of("target", "ts-token.war"));

    private static final List<Class<?>> LIBRARIES = List.of(
            BenchmarkServer.class,
            Tomcat.class,
            jakarta.annotation.Resource.class,
            HttpAsyncClient.class,
            HttpRequest.class,
            HttpVersionPolicy.class,
            Logger.class,
            ObjectMapper.class,
            JsonFactory.class,
            JsonProperty.class);

    /** Of the server that is installed for the tests: its way to write a log, with the settings that it comes with. */
    private static final Path TOMCAT = Path.of("target", "servers", "tomcat");

    /** What an installed server asks of the JVM, so that it sees what an application left behind. */
    private static final List<String> ACCESS = Stream.of(
                    "java.base/java.lang",
                    "java.base/java.lang.reflect",
                    "java.base/java.io",
                    "java.base/java.util",
                    "java.base/java.util.concurrent",
                    "java.rmi/sun.rmi.transport")
            .map(name -> "--add-opens=" + name + "=ALL-UNNAMED")
            .toList();

    private static final String SECRET_KEY = "0f8c5b1e-6a6d-4f57-9d5d-2f2f7c1b9a10";

    private final Path folder;
    private final Path application;

    private Launcher(Path folder, Path application) {
        this.folder = folder;
        this.application = application;
    }

    /** Servers that write into this folder. */
    public static Launcher in(Path folder) {
        Path war = folder.resolve("app.war");
        EmbeddingApplication.archive().as(ZipExporter.class).exportTo(war.toFile(), true);
        return new Launcher(folder, war);
    }

    /** A server with the embedding application alone. */
    ServerProcess withoutTsToken() throws IOException {
        return start(List.of(), Map.of(), List.of(application()));
    }

    /**
     * A server with ts-token beside the embedding application, and more of its configuration. Every request is a mint of its
     * own: no limit holds any back, and no sign-in can be told from another, so that nothing is shared or used again.
     */
    ServerProcess withTsToken(URI thoughtSpot, Map<String, String> more) throws IOException {
        Map<String, String> properties = new HashMap<>(more);
        properties.put("tstoken.limits.per-user", "0");
        properties.put("tstoken.thoughtspot.rate-limit", "0");
        properties.put("tstoken.token.reuse", "off");
        properties.put("tstoken.identity.sso-cookie", "NONE");
        return start(List.of(), calling(thoughtSpot, properties), List.of(application(), TS_TOKEN));
    }

    /**
     * The same with ts-token's defaults but for this configuration. The JVM gives up at once what it would otherwise keep until
     * memory is short, so that what stays is held by somebody.
     */
    public ServerProcess withTsTokenAsInstalled(URI thoughtSpot, Map<String, String> more) throws IOException {
        return start(
                List.of("-XX:SoftRefLRUPolicyMSPerMB=0"), calling(thoughtSpot, more), List.of(application(), TS_TOKEN));
    }

    /** The same in a JVM that is soon ready, and never as fast as it could be. */
    public ServerProcess withTsTokenSoon(URI thoughtSpot, Map<String, String> more) throws IOException {
        return start(
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                calling(thoughtSpot, more),
                List.of(application(), TS_TOKEN));
    }

    private static Map<String, String> calling(URI thoughtSpot, Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(more);
        properties.put("tstoken.thoughtspot.url", thoughtSpot.toString());
        properties.put("tstoken.thoughtspot.secret-key", SECRET_KEY);
        return properties;
    }

    private String application() {
        return WebApplications.war("/app", application);
    }

    /** The log of all servers in this folder. */
    public Path log() {
        return folder.resolve("server.log");
    }

    private ServerProcess start(List<String> options, Map<String, String> properties, List<String> wars)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        command.addAll(options);
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(ACCESS);
        Path base = Files.createTempDirectory(folder, "tomcat-");
        command.addAll(logging(base));
        command.addAll(List.of("-classpath", classPath(), BenchmarkServer.class.getName(), base.toString()));
        command.addAll(wars);
        return ServerProcess.start(command, log());
    }

    private static List<String> logging(Path base) {
        return List.of(
                "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
                "-Djava.util.logging.config.file=" + TOMCAT.resolve(Path.of("conf", "logging.properties")),
                "-Dcatalina.base=" + base);
    }

    private static String classPath() {
        Stream<String> juli =
                Stream.of(TOMCAT.resolve(Path.of("bin", "tomcat-juli.jar")).toString());
        return Stream.concat(juli, LIBRARIES.stream().map(Launcher::source).distinct())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String source(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
