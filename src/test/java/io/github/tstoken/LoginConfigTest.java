package io.github.tstoken;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LoginConfigTest {
    @Test
    void whenTheWarIsAsItWasBuilt_thenItIsForm() throws IOException {
        assertThat(LoginConfig.authMethod(contextOf(Files.newInputStream(Path.of("webapp/WEB-INF/web.xml")))))
                .contains("FORM");
    }

    @Test
    void whenItWasChanged_thenThatIsRead() {
        assertThat(LoginConfig.authMethod(contextOf("<web-app><!-- <auth-method>FORM</auth-method> --><login-config>"
                        + "<auth-method> BASIC </auth-method></login-config></web-app>")))
                .contains("BASIC");
    }

    @Test
    void whenThereIsNone_thenThereIsNone() {
        assertThat(LoginConfig.authMethod(contextOf("<web-app/>"))).isEmpty();
        assertThat(LoginConfig.authMethod(contextOf("<web-app><auth-method>"))).isEmpty();
        assertThat(LoginConfig.authMethod(contextOf((InputStream) null))).isEmpty();
    }

    private static ServletContext contextOf(String webXml) {
        return contextOf(new ByteArrayInputStream(webXml.getBytes(StandardCharsets.UTF_8)));
    }

    private static ServletContext contextOf(InputStream webXml) {
        return (ServletContext) Proxy.newProxyInstance(
                LoginConfigTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> webXml);
    }
}
