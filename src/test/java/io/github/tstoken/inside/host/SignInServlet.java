package io.github.tstoken.inside.host;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * An application that keeps who is signed in as an attribute of its session, with what else it knows of them. DELETE signs out.
 * PUT leaves an object of its own.
 */
public final class SignInServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        request.getSession().setAttribute("user", request.getParameter("name"));
        request.getSession().setAttribute("regions", request.getParameterValues("region"));
        request.getSession().setAttribute("org", request.getParameter("org"));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) {
        request.getSession().setAttribute("user", 42);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
        request.getSession().invalidate();
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
