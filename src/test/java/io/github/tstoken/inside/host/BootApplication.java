package io.github.tstoken.inside.host;

import io.github.tstoken.TokenServiceFilter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application of Spring Boot. */
@SpringBootApplication
@RestController
@Import(SpringSecurity.class)
public class BootApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(BootApplication.class, arguments);
    }

    @Bean
    FilterRegistrationBean<TokenServiceFilter> tsToken() {
        var registration = new FilterRegistrationBean<>(new TokenServiceFilter());
        registration.setName("ts-token");
        registration.addUrlPatterns("/ts-token/*");
        return registration;
    }

    @GetMapping("/greeting")
    String greeting() {
        return "hello";
    }
}
