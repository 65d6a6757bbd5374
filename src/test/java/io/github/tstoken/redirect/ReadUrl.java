package io.github.tstoken.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An address as its receiver reads it: the part before the query, the decoded fields in their order, the fragment. */
record ReadUrl(String address, List<String> fields, Optional<String> fragment) {

    /** Reads an address; anything but RFC 3986's characters, unreserved or encoded, fails the test. */
    static ReadUrl of(String text) {
        URI uri = URI.create(text);
        assertThat(text).matches("https://[a-z.]+[a-z0-9/]*\\?[A-Za-z0-9._~%=&-]*(#[a-z0-9/-]+)?");
        List<String> fields = Arrays.stream(uri.getRawQuery().split("&", -1))
                .map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
                .toList();
        String address = text.substring(0, text.indexOf('?'));
        return new ReadUrl(address, fields, Optional.ofNullable(uri.getRawFragment()));
    }

    /** The value of a field that is there once. */
    String field(String name) {
        List<String> values = fields.stream()
                .filter(field -> field.startsWith(name + "="))
                .map(field -> field.substring(name.length() + 1))
                .toList();
        assertThat(values).as(name).hasSize(1);
        return values.get(0);
    }
}
