package io.github.tstoken.demo.app;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Visual Embed SDK from the folder where npm put it. Its licence does not let it be part of this project. */
public final class SdkServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern SCRIPT = Pattern.compile("/[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*\\.js");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = Optional.ofNullable(request.getPathInfo()).orElse("");
        String folder = Optional.ofNullable(getServletContext().getInitParameter("demo.sdk"))
                .orElse("");
        if (folder.isEmpty() || !SCRIPT.matcher(name).matches()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Path file = Path.of(folder, name.substring(1));
        if (!Files.isRegularFile(file)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/javascript;charset=UTF-8");
        Files.copy(file, response.getOutputStream());
    }
}
