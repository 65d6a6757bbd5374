package io.github.tstoken.web;

import io.github.tstoken.web.answer.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What JAX-RS itself refuses, such as a resource reached past the filter: a status without a body. */
public final class StrayFailureMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(StrayFailureMapper.class);

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException refused) {
            int status = refused.getResponse().getStatus();
            Problem problem = status == Problem.NOT_FOUND.status() ? Problem.NOT_FOUND : Problem.INTERNAL;
            return answer(problem);
        }
        LOG.error("a request failed outside of every resource", failure);
        return answer(Problem.INTERNAL);
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.status())
                .header("Problem", problem.slug())
                .build();
    }
}
