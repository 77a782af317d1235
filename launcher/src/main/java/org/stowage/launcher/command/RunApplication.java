package org.stowage.launcher.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.stowage.ProviderRegistry;
import org.stowage.Stowage;
import org.stowage.StowageBranch;
import org.stowage.application.Application;
import org.stowage.application.ApplicationContext;
import org.stowage.application.ApplicationOption;
import org.stowage.application.Domain;
import org.stowage.application.RunningApplication;
import org.stowage.launcher.application.FoundApplication;
import org.stowage.launcher.output.DifferenceText;
import org.stowage.launcher.store.ApplicationStores;
import org.stowage.store.OpenStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs one application until the launcher is told to stop. */
@Command
final class RunApplication implements Runnable {

    private final CommandContext context;
    private final FoundApplication found;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--store",
            paramLabel = "DOMAIN=NAME:LOCATION",
            description = "Give a domain of the application a store of its own; may be repeated.")
    private Map<String, String> domainStores = new LinkedHashMap<>();

    @Option(
            names = "--overlay",
            description =
                    "Run on a branch of the stores: what the application writes is thrown away when it stops, and "
                            + "what that was is said.")
    private boolean overlay;

    @Mixin
    private StoreOptions store;

    RunApplication(CommandContext context, FoundApplication found) {
        this.context = context;
        this.found = found;
    }

    @Override
    public void run() {
        Application application = found.application();
        ApplicationStores stores =
                new ApplicationStores(context.surroundings(), application.domains(), store.request(), domainStores);
        context.debug("the stores are as " + stores.source() + " says");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Libraries look for their parts through this loader, and the application's are where the application is.
        thread.setContextClassLoader(application.getClass().getClassLoader());
        try (ProviderRegistry registry = context.registry();
                Stowage stowage = stores.open(context.builder(), registry)) {
            if (overlay) {
                try (StowageBranch branch = stowage.branch()) {
                    run(application, branch.stowage());
                    context.print("what was written is thrown away:\n" + DifferenceText.of(branch.differences()));
                }
            } else {
                run(application, stowage);
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void run(Application application, Stowage stowage) {
        try (RunningApplication running = application.start(new ApplicationContext(stowage, options(application)))) {
            context.print(announcement(application, stowage, running));
            untilStopped();
            context.print(found.name() + " is stopping\n");
        }
    }

    private Map<String, String> options(Application application) {
        Map<String, String> options = new LinkedHashMap<>();
        for (ApplicationOption option : application.options()) {
            OptionSpec given = spec.findOption("--" + option.name());
            Object value = given == null ? null : given.getValue();
            if (value != null && !value.equals(false)) {
                options.put(option.name(), value.toString());
            }
        }
        return options;
    }

    private String announcement(Application application, Stowage stowage, RunningApplication running) {
        StringBuilder text = new StringBuilder(found.name()).append(" is running");
        running.address().ifPresent(address -> text.append(" at ").append(address));
        text.append('\n');
        for (Domain domain : application.domains()) {
            text.append("  ")
                    .append(domain.name())
                    .append(": ")
                    .append(place(domain, stowage))
                    .append('\n');
        }
        return text.append("Press Ctrl-C to stop.\n").toString();
    }

    private static String place(Domain domain, Stowage stowage) {
        if (domain.entities().isEmpty()) {
            return "keeps nothing";
        }
        OpenStore store = stowage.storeFor(domain.entities().get(0));
        return store.provider().name() + (store.location().isEmpty() ? "" : " at " + store.location());
    }

    /** Returns when the thread is interrupted, which is how the launcher is told to stop. */
    private static void untilStopped() {
        CountDownLatch never = new CountDownLatch(1);
        try {
            never.await();
        } catch (InterruptedException e) {
            // From here on everything is closed, and nothing of that may be cut short.
            return;
        }
    }
}
