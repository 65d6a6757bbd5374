package io.github.tstoken.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A request that knows a sign-in and nothing else: whoever asks it for more, or for a new session, fails the test. */
record FakeRequest(
        Optional<Principal> principal,
        Set<String> roles,
        Optional<Map<String, Object>> session,
        List<Cookie> cookies,
        Map<String, List<String>> headers) {
    /** The name under which the session's attributes have its id. */
    static final String ID = "id of the session";

    static FakeRequest ofNobody() {
        return new FakeRequest(Optional.empty(), Set.of(), Optional.empty(), List.of(), Map.of());
    }

    static FakeRequest of(String name) {
        return new FakeRequest(Optional.of(() -> name), Set.of(), Optional.empty(), List.of(), Map.of());
    }

    FakeRequest withRoles(String... names) {
        return new FakeRequest(principal, Set.of(names), session, cookies, headers);
    }

    FakeRequest withSession(Map<String, Object> attributes) {
        return new FakeRequest(principal, roles, Optional.of(attributes), cookies, headers);
    }

    FakeRequest withCookies(String... names) {
        return withCookies(Stream.of(names).map(name -> new Cookie(name, "0")).toArray(Cookie[]::new));
    }

    FakeRequest withCookies(Cookie... more) {
        return new FakeRequest(principal, roles, session, List.of(more), headers);
    }

    FakeRequest withHeader(String name, String... values) {
        Map<String, List<String>> more = new HashMap<>(headers);
        more.put(name, List.of(values));
        return new FakeRequest(principal, roles, session, cookies, more);
    }

    HttpServletRequest toServlet() {
        return proxy(HttpServletRequest.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getUserPrincipal" -> principal.orElse(null);
            case "isUserInRole" -> roles.contains((String) arguments[0]);
            case "getCookies" -> cookies.isEmpty() ? null : cookies.toArray(Cookie[]::new);
            case "getHeaders" -> Collections.enumeration(headers.getOrDefault((String) arguments[0], List.of()));
            case "getSession" -> existingSession(arguments);
            default -> throw new AssertionError("asked for " + method);
        });
    }

    private HttpSession existingSession(Object[] arguments) {
        if (arguments == null || (boolean) arguments[0]) {
            throw new AssertionError("a session would have been created");
        }
        return session.map(attributes -> proxy(HttpSession.class, (proxy, method, name) -> {
                    if (method.getName().equals("getId")) {
                        return attributes.getOrDefault(ID, "some session");
                    }
                    if (method.getName().equals("getAttribute")) {
                        return attributes.get((String) name[0]);
                    }
                    throw new AssertionError("asked for " + method);
                }))
                .orElse(null);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FakeRequest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
