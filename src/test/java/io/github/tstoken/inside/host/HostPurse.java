package io.github.tstoken.inside.host;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A resource whose JSON is the server's: JSON-B leaves an owner who is nobody out, Jackson does not. */
@Path("purse")
public class HostPurse {
    /** What is written. */
    public static final class Purse {
        public String getCoin() {
            return "penny";
        }

        public String getOwner() {
            return null;
        }
    }

    @GET
    @Produces("application/json")
    public Purse purse() {
        return new Purse();
    }
}
