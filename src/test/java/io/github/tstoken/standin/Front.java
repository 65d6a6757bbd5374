package io.github.tstoken.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The way of every request: read, answered (or a fault), written down, sent. */
final class Front implements HttpHandler {
    private final Routes routes;
    private final Cors cors;
    private final Settings settings;
    private final RateLimit rateLimit = new RateLimit(System::nanoTime);
    private final Faults faults;
    private final Journal journal;
    private final Delivery delivery;

    Front(Routes routes, Cors cors, Settings settings, Faults faults, Journal journal, Delivery delivery) {
        this.routes = routes;
        this.cors = cors;
        this.settings = settings;
        this.faults = faults;
        this.journal = journal;
        this.delivery = delivery;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Request request = Request.read(exchange);
        if (cors.isPreflight(request)) {
            delivery.now(exchange, recorded(request, cors.preflight()));
            return;
        }
        if (settings.rateLimited() && !rateLimit.take()) {
            delivery.now(exchange, recorded(request, Answer.empty(429)));
            return;
        }
        faults.take(request.path())
                .ifPresentOrElse(
                        fault -> fail(exchange, request, fault), () -> delivery.now(exchange, answered(request)));
    }

    private void fail(HttpExchange exchange, Request request, Fault fault) {
        if (fault instanceof Fault.Delay delay) {
            delivery.late(exchange, answered(request), delay.by());
        } else if (fault instanceof Fault.Drip drip) {
            delivery.dripping(exchange, answered(request), drip.pause());
        } else if (fault instanceof Fault.Truncate truncate) {
            delivery.truncated(exchange, answered(request), truncate.bytes());
        } else if (fault instanceof Fault.Replace replace) {
            delivery.now(exchange, recorded(request, replacement(replace)));
        } else {
            journal.record(request, 0, List.of());
            if (fault instanceof Fault.Close) {
                exchange.close();
            }
        }
    }

    private Answer answered(Request request) {
        return recorded(request, routes.answer(request));
    }

    private Answer recorded(Request request, Answer answer) {
        journal.record(request, answer.status(), answer.notes());
        return cors.decorate(request, answer);
    }

    private static Answer replacement(Fault.Replace fault) {
        Map<String, List<String>> headers = fault.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        return new Answer(fault.status(), headers, fault.body(), List.of("fault"));
    }
}
