package io.github.tstoken.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.authenticator.SingleSignOn;
import org.apache.catalina.core.JreMemoryLeakPreventionListener;
import org.apache.catalina.startup.Tomcat;

/**
 * The server under measurement: Tomcat with its defaults (but connections last for any number of requests), single sign-on,
 * some web applications and the bare servlet. It writes its port when it is ready, then a line for each {@link ServerAnswers
 * question} that it reads, and ends when there is nothing more to read, so that it never outlives the process that measures.
 */
public final class BenchmarkServer {
    private BenchmarkServer() {}

    /** The folder of Tomcat, and web applications as {@link WebApplications#war} writes them. */
    public static void main(String[] arguments) throws IOException, LifecycleException, InterruptedException {
        PrintStream out = System.out;
        Tomcat tomcat = tomcat(Path.of(arguments[0]).toAbsolutePath());
        Arrays.stream(arguments).skip(1).forEach(war -> WebApplications.deploy(tomcat, war));
        tomcat.start();
        endUnlessStarted(tomcat);
        out.println(tomcat.getConnector().getLocalPort());
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        ServerAnswers answers = new ServerAnswers(tomcat);
        for (String question = questions.readLine(); question != null; question = questions.readLine()) {
            out.println(answers.to(question));
        }
        System.exit(0);
    }

    /** The threads of a Tomcat without its applications would go on. */
    private static void endUnlessStarted(Tomcat tomcat) {
        try {
            WebApplications.requireStarted(tomcat);
        } catch (IllegalStateException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static Tomcat tomcat(Path base) throws IOException {
        Files.createDirectories(base.resolve("webapps"));
        Tomcat tomcat = new Tomcat();
        // As in the server.xml of every Tomcat: otherwise its own search for forgotten drivers would load those of the
        // WAR.
        tomcat.getServer().addLifecycleListener(new JreMemoryLeakPreventionListener());
        tomcat.setBaseDir(base.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        tomcat.getHost().getPipeline().addValve(new SingleSignOn());
        SignIn.everybody().forEach(name -> tomcat.addUser(name, SignIn.PASSWORD));
        Context bare = tomcat.addContext("/bare", base.toString());
        Wrapper servlet = Tomcat.addServlet(bare, "token", new BareServlet());
        servlet.setAsyncSupported(true);
        servlet.addMapping("/token");
        return tomcat;
    }
}
