package io.github.tstoken.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * A source of identity. What it returns is the whole security of the service: whoever it names gets that person's token.
 *
 * <p>An application adds its own by listing the class in {@code META-INF/services/} and its {@link #name()} in
 * {@code tstoken.identity.sources}. It is asked on every request, on the request's thread, by many threads at once; what it
 * says is never cached. Header values that a browser can set must never be believed.
 */
public interface CallerResolver {

    /** The name by which {@code tstoken.identity.sources} lists this source. */
    String name();

    /**
     * Who is asking.
     *
     * @return the person, or empty when nobody is signed in by this source
     * @throws IdentityUnavailableException when that could not be found out (503; any other exception counts the same)
     */
    Optional<Caller> resolve(HttpServletRequest request);
}
