package io.github.tstoken.benchmark;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;

/** What the server says of itself and does with its web applications, when the process that measures asks for it. */
final class ServerAnswers {
    private static final String OURS = "ts-token-";
    private static final int PATIENCE = 20;

    private final Tomcat tomcat;
    private final List<WeakReference<ClassLoader>> undeployed = new ArrayList<>();

    ServerAnswers(Tomcat tomcat) {
        this.tomcat = tomcat;
    }

    /** The answer to a question and its argument, in one line. */
    String to(String line) throws InterruptedException {
        String[] question = line.split(" ", 2);
        return switch (question[0]) {
            case "busy" -> String.valueOf(busyThreads());
            case "resources" -> resources();
            case "compiled" ->
                String.valueOf(ManagementFactory.getCompilationMXBean().getTotalCompilationTime());
            case "undeploy" -> undeploy(question[1]);
            case "deploy" -> deploy(question[1]);
            case "kept" -> kept();
            default -> throw new IllegalArgumentException(line);
        };
    }

    private int busyThreads() {
        ThreadPoolExecutor threads =
                (ThreadPoolExecutor) tomcat.getConnector().getProtocolHandler().getExecutor();
        return threads.getActiveCount();
    }

    private static String resources() {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        return heap + " " + threads + " " + openFiles();
    }

    /** Sockets too; -1 where the JVM does not tell. */
    private static long openFiles() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : -1;
    }

    private String undeploy(String contextPath) {
        Context context = (Context) tomcat.getHost().findChild(contextPath);
        undeployed.add(new WeakReference<>(context.getLoader().getClassLoader()));
        tomcat.getHost().removeChild(context);
        return "undeployed";
    }

    private String deploy(String war) {
        WebApplications.deploy(tomcat, war);
        WebApplications.requireStarted(tomcat);
        return "deployed";
    }

    /** How many class loaders of what was undeployed are still in memory, and how many threads of ts-token run. */
    private String kept() throws InterruptedException {
        for (int attempt = 0; attempt < PATIENCE && classLoaders() + ourThreads() > 0; attempt++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return classLoaders() + " " + ourThreads();
    }

    private long classLoaders() {
        return undeployed.stream().filter(loader -> loader.get() != null).count();
    }

    private static long ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(OURS))
                .count();
    }
}
