package io.github.tstoken.standin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A ThoughtSpot cluster that is not one; see the package's description. */
public final class StandInThoughtSpot implements AutoCloseable {
    private static final int THREADS = 8;

    static {
        // Without it each answer on a kept connection waits some 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Settings settings = new Settings();
    private final StandInClock clock = new StandInClock();
    private final Users users = new Users();
    private final Variables variables = new Variables();
    private final Tokens tokens = new Tokens(clock);
    private final Sessions sessions = new Sessions(clock);
    private final Faults faults = new Faults();
    private final Journal journal = new Journal(settings);
    private final ScheduledExecutorService executor;
    private final HttpServer server;

    private StandInThoughtSpot(int port) throws IOException {
        executor = Executors.newScheduledThreadPool(THREADS, StandInThoughtSpot::thread);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(executor);
        Cors cors = new Cors(settings.allowedOrigins());
        server.createContext("/", new Front(routes(), cors, settings, faults, journal, new Delivery(executor)));
        settings.redirectAuthorities().add(url().getAuthority());
        server.start();
    }

    /** Starts on a free port. */
    public static StandInThoughtSpot start() {
        return start(0);
    }

    /** Starts on this port; an {@link UncheckedIOException} when it is taken. */
    public static StandInThoughtSpot start(int port) {
        try {
            return new StandInThoughtSpot(port);
        } catch (IOException e) {
            throw new UncheckedIOException("The stand-in cannot listen on port " + port, e);
        }
    }

    /** Its address, without a trailing slash. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The switches. */
    public Settings settings() {
        return settings;
    }

    /** The clock by which tokens and sessions end. */
    public StandInClock clock() {
        return clock;
    }

    /** The users. */
    public Users users() {
        return users;
    }

    /** The formula variables, and what custom tokens made of them. */
    public Variables variables() {
        return variables;
    }

    /** The tokens that were minted. */
    public Tokens tokens() {
        return tokens;
    }

    /** The cookie sessions. */
    public Sessions sessions() {
        return sessions;
    }

    /** What shall go wrong. */
    public Faults faults() {
        return faults;
    }

    /** What was asked. */
    public Journal journal() {
        return journal;
    }

    /** Stops at once; open connections are closed, those that hang too. */
    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private Routes routes() {
        Errors errors = new Errors(settings);
        Authentication authentication = new Authentication(tokens, sessions);
        Routes routes = new Routes();
        new V2TokenApi(settings, users, variables, tokens, errors).addTo(routes);
        new V2SessionApi(users, tokens, authentication, clock, errors, new V2TokenAnswers(settings)).addTo(routes);
        new V1TokenApi(settings, users, tokens).addTo(routes);
        new LoginApi(settings, users, tokens, sessions).addTo(routes);
        new BrowserApi(users, sessions, authentication).addTo(routes);
        new EmbedPages(settings).addTo(routes);
        new ControlApi(journal, clock, tokens, sessions, authentication).addTo(routes);
        return routes;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "stand-in-thoughtspot");
        thread.setDaemon(true);
        return thread;
    }
}
