package io.github.tstoken.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Wrapper;
import org.apache.catalina.authenticator.SingleSignOn;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;

/**
 * The server under measurement: Tomcat with its defaults (but connections last for any number of requests), single sign-on,
 * some web applications and the bare servlet. It writes its port when it is ready, answers each line that it reads with the number of busy request threads, and ends when
 * there is nothing more to read, so that it never outlives the process that measures.
 */
public final class BenchmarkServer {
    private BenchmarkServer() {}

    /** The folder of Tomcat, and web applications as {@link #war} writes them. */
    public static void main(String[] arguments) throws IOException, LifecycleException {
        PrintStream out = System.out;
        Tomcat tomcat = tomcat(Path.of(arguments[0]).toAbsolutePath());
        Arrays.stream(arguments).skip(1).map(war -> war.split("=", 2)).forEach(war -> deploy(tomcat, war[0], war[1]));
        tomcat.start();
        requireStarted(tomcat);
        out.println(tomcat.getConnector().getLocalPort());
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (questions.readLine() != null) {
            out.println(busyThreads(tomcat));
        }
        System.exit(0);
    }

    /** A web application as an argument of this process. */
    static String war(String contextPath, Path war) {
        return contextPath + "=" + war.toAbsolutePath();
    }

    private static Tomcat tomcat(Path base) throws IOException {
        Files.createDirectories(base.resolve("webapps"));
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        tomcat.getHost().getPipeline().addValve(new SingleSignOn());
        tomcat.addUser(SignIn.NAME, SignIn.PASSWORD);
        Context bare = tomcat.addContext("/bare", base.toString());
        Wrapper servlet = Tomcat.addServlet(bare, "token", new BareServlet());
        servlet.setAsyncSupported(true);
        servlet.addMapping("/token");
        return tomcat;
    }

    private static void deploy(Tomcat tomcat, String contextPath, String war) {
        Context context = tomcat.addWebapp(contextPath, war);
        context.addLifecycleListener(event -> {
            if (event.getType().equals(Lifecycle.BEFORE_START_EVENT)) {
                removePages(context);
            }
        });
    }

    /** The embedded Tomcat announces JSP pages whose compiler it does not have. */
    private static void removePages(Context context) {
        context.removeServletMapping("*.jsp");
        context.removeServletMapping("*.jspx");
        context.removeChild(context.findChild("jsp"));
    }

    private static void requireStarted(Tomcat tomcat) {
        for (Container context : tomcat.getHost().findChildren()) {
            if (context.getState() != LifecycleState.STARTED) {
                throw new IllegalStateException(context.getName() + " did not start");
            }
        }
    }

    private static int busyThreads(Tomcat tomcat) {
        ThreadPoolExecutor threads =
                (ThreadPoolExecutor) tomcat.getConnector().getProtocolHandler().getExecutor();
        return threads.getActiveCount();
    }
}
