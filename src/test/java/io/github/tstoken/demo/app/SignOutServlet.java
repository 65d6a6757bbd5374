package io.github.tstoken.demo.app;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;

/** Ends the sign-in. Invalidating the session is what ends the container's single sign-on, on every server. */
public final class SignOutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        response.sendRedirect(request.getContextPath() + "/signed-out.html");
    }
}
