package io.github.tstoken.inside.host;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** The application's own JSON. */
@Provider
@Produces("application/json")
public class CoinWriter implements MessageBodyWriter<HostTokens.Coin> {
    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == HostTokens.Coin.class;
    }

    @Override
    public void writeTo(
            HostTokens.Coin coin,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(("{\"coin\":\"" + coin.name() + "\"}").getBytes(StandardCharsets.UTF_8));
    }
}
