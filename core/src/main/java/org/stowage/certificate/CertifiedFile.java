package org.stowage.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.SpiVersions;

/**
 * A JAR or a folder of classes, in which a certificate may be.
 *
 * @param place where it is
 */
record CertifiedFile(Path place) {

    private static final int MOST_BYTES = 1 << 16;

    CertificateState state(ProviderInfo info) {
        try {
            Optional<byte[]> content = content(Certificate.path(info.name()));
            return content.isEmpty()
                    ? new CertificateState.None()
                    : state(info, Certificate.parse(text(content.get())));
        } catch (IOException | IllegalArgumentException e) {
            return new CertificateState.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private CertificateState state(ProviderInfo info, Certificate certificate) throws IOException {
        String misfit = misfit(info, certificate);
        if (misfit != null) {
            return new CertificateState.Misfit(certificate, misfit);
        }
        return certificate.digest().equals(ClassDigest.of(place))
                ? new CertificateState.Certified(certificate)
                : new CertificateState.Altered(certificate);
    }

    private static @Nullable String misfit(ProviderInfo info, Certificate certificate) {
        if (!certificate.provider().equals(info.name())) {
            return "it was given to provider '" + certificate.provider() + "', and this is '" + info.name() + "'";
        }
        if (!certificate.version().equals(info.version())) {
            return "it was given to version '" + certificate.version() + "', and this is '"
                    + PlainText.shown(info.version()) + "'";
        }
        if (certificate.spi() != SpiVersions.CURRENT) {
            return "it is of version " + certificate.spi() + " of the SPI, and this is " + SpiVersions.CURRENT;
        }
        if (!certificate.level().equals(Certificate.FULL)) {
            return "it is of level '" + certificate.level() + "', and only '" + Certificate.FULL + "' counts";
        }
        String current = KitVersion.current().line();
        return certificate.kit().line().equals(current)
                ? null
                : "kit " + certificate.kit() + " has other rules than the kits of " + current;
    }

    private Optional<byte[]> content(String path) throws IOException {
        if (Files.isDirectory(place)) {
            Path file = place.resolve(path);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            try (InputStream content = Files.newInputStream(file)) {
                return Optional.of(bounded(content));
            }
        }
        try (ZipFile jar = new ZipFile(place.toFile())) {
            ZipEntry entry = jar.getEntry(path);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream content = jar.getInputStream(entry)) {
                return Optional.of(bounded(content));
            }
        }
    }

    private static byte[] bounded(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException("it has more than " + MOST_BYTES + " bytes");
        }
        return bytes;
    }

    private static String text(byte[] bytes) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("it is not UTF-8", e);
        }
    }
}
