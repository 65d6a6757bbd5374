package io.github.tstoken.inside.host;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** Spring Security, told of ts-token. */
@Configuration
@EnableWebSecurity
public class SpringSecurity {
    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests
                        // ts-token answers 401 by itself; a redirect to a login page would be taken for a token
                        .requestMatchers("/ts-token/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                // POST /ts-token/token is guarded by Origin and Sec-Fetch-Site
                .csrf(csrf -> csrf.ignoringRequestMatchers("/ts-token/**"))
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin))
                .formLogin(Customizer.withDefaults())
                .build();
    }

    @Bean
    InMemoryUserDetailsManager people() {
        return new InMemoryUserDetailsManager(
                User.withUsername("alice")
                        .password("{noop}alice-demo")
                        .roles("analyst")
                        .build(),
                User.withUsername("carol")
                        .password("{noop}carol-demo")
                        .roles("reader")
                        .build());
    }
}
