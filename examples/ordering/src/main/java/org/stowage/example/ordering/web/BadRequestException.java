package org.stowage.example.ordering.web;

/** A parameter of a request is missing or malformed. */
final class BadRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadRequestException(String message) {
        super(message);
    }
}
