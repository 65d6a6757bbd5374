package io.github.tstoken.inside.host;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import java.util.concurrent.TimeUnit;

/** An application whose end takes a while. Tomcat looks for requests of an application that ends once a second. */
@WebServlet(urlPatterns = "/slow-end", loadOnStartup = 1)
public final class SlowEnd extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    public void destroy() {
        try {
            TimeUnit.MILLISECONDS.sleep(2500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
