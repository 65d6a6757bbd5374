package io.github.tstoken.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    private static final String KEY = "tstoken.metrics.allowed-addresses";

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,         127.0.0.1,              true",
        "127.0.0.1,         127.0.0.2,              false",
        "10.1.0.0/16,       10.1.255.255,           true",
        "10.1.0.0/16,       10.2.0.0,               false",
        "10.1.2.128/25,     10.1.2.127,             false",
        "10.1.2.128/25,     10.1.2.128,             true",
        "0.0.0.0/0,         8.8.8.8,                true",
        "0.0.0.0/0,         ::1,                    false",
        "::1,               0:0:0:0:0:0:0:1,        true",
        "fd00::/8,          fdff::1,                true",
        "fd00::/8,          fe80::1,                false",
        "fe80::/10,         fe80:0:0:0:0:0:0:1%eth0,true",
        "127.0.0.1,         ::ffff:127.0.0.1,       true",
        "127.0.0.1,         localhost,              false",
        "0.0.0.0/0,         unknown,                false"
    })
    void whenAnAddressIsLookedAt_thenTheFirstBitsDecide(String range, String address, boolean expected) {
        assertThat(AddressRange.parse(range).orElseThrow().has(address)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "10.1",
                "10.1.2.3.4",
                "10.1.2.256",
                "999.1.1.1",
                "010.1.2.3",
                "10.1.2.3/33",
                "10.1.2.3/",
                "10.1.2.3/-1",
                "::1/129",
                "::g",
                ":",
                ".:1",
                "1:2",
                "/8",
                "*",
                "10.1.2.*"
            })
    void whenItIsNoAddress_thenItIsAMistake(String text) {
        assertThat(GivenConfig.with(KEY, text).mistakes()).hasSize(1);
    }

    @Test
    void whenSeveralAreGiven_thenAllOfThemCount() {
        assertThat(GivenConfig.with(KEY, "127.0.0.1, fd00::/8").config().web().metricsAddresses())
                .hasSize(2);
    }
}
