package io.github.tstoken.store;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.flywaydb.core.api.resource.LoadableResource;

/** A file of SQL beside this class. */
final class Migration extends LoadableResource {
    private final String name;

    Migration(String name) {
        this.name = name;
    }

    @Override
    public Reader read() {
        InputStream file = Objects.requireNonNull(Migration.class.getResourceAsStream(name), name);
        return new InputStreamReader(file, StandardCharsets.UTF_8);
    }

    @Override
    public String getFilename() {
        return name;
    }

    @Override
    public String getRelativePath() {
        return name;
    }

    @Override
    public String getAbsolutePath() {
        return name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return name;
    }
}
