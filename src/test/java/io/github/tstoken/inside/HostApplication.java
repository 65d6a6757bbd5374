package io.github.tstoken.inside;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An application that has ts-token in its {@code WEB-INF/lib}: the classes that were built and the libraries that they need. */
public final class HostApplication {
    /** The JAR with our classes. */
    public static final File CLASSES = new File("target/ts-token-classes.jar");

    private static final File LIBRARIES = new File("target/ts-token/WEB-INF/lib");

    private HostApplication() {}

    /** With a descriptor of {@code src/test/resources/inside}, and these classes of its own. */
    static WebArchive war(String webXml, Class<?>... classes) {
        return pages("app.war", webXml, classes).addAsLibraries(libraries().toArray(File[]::new));
    }

    /** The same without ts-token and its libraries. */
    public static WebArchive pages(String name, String webXml, Class<?>... classes) {
        WebArchive war = ShrinkWrap.create(WebArchive.class, name)
                .addClasses(classes)
                .add(new StringAsset("<p>Sign in</p>"), "login.html")
                .add(new StringAsset("<p>Home</p>"), "index.html");
        return webXml.isEmpty() ? war : war.setWebXML("inside/" + webXml);
    }

    /** The JAR with our classes, what it needs, and a way to log, which an application has anyway. */
    static List<File> libraries() {
        List<File> libraries = new ArrayList<>(List.of(Objects.requireNonNull(LIBRARIES.listFiles())));
        libraries.add(CLASSES);
        return libraries;
    }

    /** Spring Framework and Spring Security, without Spring MVC and Spring Boot. */
    static File[] springLibraries() {
        return testLibraries("/org/springframework/spring-", "/org/springframework/security/", "/io/micrometer/")
                .filter(library -> !library.getName().startsWith("spring-webmvc"))
                .toArray(File[]::new);
    }

    /** Those libraries of the test class path whose path has one of these parts. */
    static Stream<File> testLibraries(String... parts) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> Arrays.stream(parts).anyMatch(path.replace('\\', '/')::contains))
                .map(File::new);
    }
}
