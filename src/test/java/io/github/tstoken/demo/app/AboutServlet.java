package io.github.tstoken.demo.app;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the pages have to know: who is signed in here, where ThoughtSpot is, whether the SDK is at hand. */
public final class AboutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String user = Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .map(AboutServlet::quoted)
                .orElse("null");
        String roles = Stream.of("analyst", "admin", "reader")
                .filter(request::isUserInRole)
                .map(AboutServlet::quoted)
                .collect(Collectors.joining(","));
        response.setContentType("application/json");
        response.getWriter()
                .print("{\"user\":" + user + ",\"roles\":[" + roles + "],\"thoughtSpotHost\":"
                        + quoted(parameter("demo.thoughtspot")) + ",\"liveboard\":"
                        + quoted(parameter("demo.liveboard")) + ",\"standIn\":"
                        + Boolean.parseBoolean(parameter("demo.stand-in")) + ",\"sdk\":"
                        + !parameter("demo.sdk").isEmpty() + "}");
    }

    private String parameter(String name) {
        return Optional.ofNullable(getServletContext().getInitParameter(name)).orElse("");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
