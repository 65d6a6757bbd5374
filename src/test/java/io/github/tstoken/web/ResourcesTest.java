package io.github.tstoken.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResourcesTest {
    static Stream<Function<HttpServletRequest, CompletionStage<?>>> everyResource() {
        return Stream.of(
                new TokenResource()::get,
                new TokenResource()::post,
                new TokenJsonResource()::get,
                new TokenJsonResource()::post,
                new GetTokenResource()::get,
                new GetTokenResource()::post,
                new EmbedResource()::get,
                new WhoamiResource()::get,
                new HealthResource()::get,
                new ClientModuleResource()::get,
                new OpenApiResource()::get,
                new MetricsResource()::get,
                new AuditResource()::get,
                new AuthorizationsResource()::get,
                new ConnectionResource()::delete,
                new AuthorizeResource()::get,
                new AuthorizeResource()::post,
                new CallbackResource()::get,
                new AccessTokenResource()::get,
                new AccessTokenResource()::post,
                new PeopleResource()::get,
                new PeopleResource()::delete,
                new ReEncryptResource()::get,
                new ReEncryptResource()::post,
                new StatusPageResource()::get);
    }

    @ParameterizedTest
    @MethodSource("everyResource")
    void whenARequestDidNotComeThroughTheFilter_thenNothingIsThere(
            Function<HttpServletRequest, CompletionStage<?>> resource) {
        assertThatThrownBy(() -> resource.apply(unmarked())).isInstanceOf(NotFoundException.class);
    }

    /** A request with no attributes, as an application's own JAX-RS would pass it in. */
    private static HttpServletRequest unmarked() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> null);
    }
}
