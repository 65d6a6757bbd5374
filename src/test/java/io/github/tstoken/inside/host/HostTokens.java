package io.github.tstoken.inside.host;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A resource of the application, at a path that ts-token has too. */
@Path("token")
public class HostTokens {
    /** What the application calls a token. */
    public record Coin(String name, int worth) {}

    @GET
    @Produces("application/json")
    public Coin coin() {
        return new Coin("penny", 1);
    }

    @GET
    @Path("lost")
    public String lost() {
        throw new IllegalStateException("the application's own failure");
    }
}
