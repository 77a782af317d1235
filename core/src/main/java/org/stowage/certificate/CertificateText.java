package org.stowage.certificate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The form of a certificate: lines of a key, an equals sign and a text, in one order, without escapes. */
final class CertificateText {

    private static final String FORM = "1";
    private static final String FEWER = "fewer-trials";
    private static final String OPT_OUT = "opt-out.";

    private CertificateText() {}

    static String of(Certificate certificate) {
        StringBuilder text = new StringBuilder();
        line(text, "stowage-certificate", FORM);
        line(text, "provider", certificate.provider());
        line(text, "version", certificate.version());
        line(text, "kit", certificate.kit());
        line(text, "spi", certificate.spi());
        line(text, "level", certificate.level());
        line(text, "seed", certificate.seed());
        line(text, "passed", certificate.passed());
        line(text, "skipped", certificate.skipped());
        if (!certificate.fewer().isEmpty()) {
            line(text, FEWER, certificate.fewer());
        }
        certificate.optOuts().forEach(optOut -> line(text, OPT_OUT + optOut.rule(), optOut.reason()));
        line(text, "sha-256", certificate.digest());
        return text.toString();
    }

    private static void line(StringBuilder text, String key, Object value) {
        text.append(key).append('=').append(value).append('\n');
    }

    static Certificate parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        List<OptOut> optOuts = new ArrayList<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("the line '" + PlainText.shown(line) + "' is no key with a value");
            }
            String key = line.substring(0, equals);
            String value = line.substring(equals + 1);
            if (key.startsWith(OPT_OUT)) {
                optOuts.add(new OptOut(key.substring(OPT_OUT.length()), value));
            } else if (values.put(key, value) != null) {
                throw new IllegalArgumentException("'" + PlainText.shown(key) + "' is there twice");
            }
        });
        if (!FORM.equals(values.remove("stowage-certificate"))) {
            throw new IllegalArgumentException("it does not begin as a certificate of form " + FORM + " does");
        }
        Certificate certificate = new Certificate(
                value(values, "provider"),
                value(values, "version"),
                new KitVersion(value(values, "kit")),
                (int) number(values, "spi", Integer.MAX_VALUE),
                value(values, "level"),
                number(values, "seed", Long.MAX_VALUE),
                (int) number(values, "passed", Integer.MAX_VALUE),
                (int) number(values, "skipped", Integer.MAX_VALUE),
                Objects.requireNonNullElse(values.remove(FEWER), ""),
                optOuts,
                value(values, "sha-256"));
        values.keySet().stream().findFirst().ifPresent(key -> {
            throw new IllegalArgumentException("it has no place for '" + PlainText.shown(key) + "'");
        });
        return certificate;
    }

    private static String value(Map<String, String> values, String key) {
        String value = values.remove(key);
        if (value == null) {
            throw new IllegalArgumentException("it does not say '" + key + "'");
        }
        return value;
    }

    private static long number(Map<String, String> values, String key, long most) {
        String text = value(values, key);
        try {
            long number = Long.parseLong(text);
            if (number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("'" + PlainText.shown(text) + "' is no number for '" + key + "'");
    }
}
