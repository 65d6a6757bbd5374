package io.github.tstoken.web;

final class RedirectAnswers {
}
