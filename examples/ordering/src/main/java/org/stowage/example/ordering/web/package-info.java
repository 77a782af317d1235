/** The ordering system over HTTP: JSON below {@code /v1}, and a page for people at {@code /}. */
package org.stowage.example.ordering.web;
