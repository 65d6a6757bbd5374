package io.github.tstoken.web;

import io.github.tstoken.web.answer.Answer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes the answers that are made before a resource is reached. */
final class ServletAnswers {
    private ServletAnswers() {}

    /** Writes an answer whole. {@code setStatus}, never {@code sendError}: that would bring the container's error page. */
    static void write(HttpServletResponse response, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        if (answer.status() != HttpServletResponse.SC_NO_CONTENT) {
            response.setContentLength(body.length);
        }
        if (body.length > 0) {
            response.setContentType(answer.contentType());
            response.getOutputStream().write(body);
        }
    }
}
