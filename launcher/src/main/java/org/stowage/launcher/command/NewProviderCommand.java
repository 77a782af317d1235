package org.stowage.launcher.command;

import org.jspecify.annotations.Nullable;
import org.stowage.ProviderRegistry;
import org.stowage.certificate.KitVersion;
import org.stowage.launcher.UsageException;
import org.stowage.launcher.skeleton.Skeleton;
import org.stowage.launcher.skeleton.SkeletonNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the project that the author of a provider begins with. */
@Command(
        name = "new-provider",
        description = "Make the Maven project of a new provider, which passes the core of the conformance kit at once.")
final class NewProviderCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "NAME", description = "The provider's name: lower-case words with hyphens.")
    private String name;

    @Option(
            names = "--into",
            paramLabel = "FOLDER",
            description = "The folder to make; by default 'provider-NAME' in the working folder.")
    private @Nullable String into;

    @Option(
            names = "--package",
            paramLabel = "PACKAGE",
            description = "The Java package, and the module; by default 'org.example.' and the name.")
    private @Nullable String packageName;

    NewProviderCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        SkeletonNames names = SkeletonNames.of(name, packageName);
        requireNew(names.provider());
        String folder = into == null ? "provider-" + name : into;
        StringBuilder text = new StringBuilder("made " + folder + ":\n");
        new Skeleton(names, KitVersion.current().text())
                .writeTo(context.surroundings().folder().resolve(folder))
                .forEach(file -> text.append("  ").append(file).append('\n'));
        text.append("build it there with 'mvn package', and look at it with 'stowage providers --providers ")
                .append(folder)
                .append("/target/provider'\n");
        context.print(text.toString());
    }

    private void requireNew(String provider) {
        try (ProviderRegistry registry = context.registry()) {
            registry.find(provider).ifPresent(known -> {
                throw new UsageException("there is a provider '" + provider + "' already, from " + known.place()
                        + ", and two of a name cannot be told apart; choose another name");
            });
        }
    }
}
