package org.stowage.testing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.stowage.RegisteredProvider;

/** Repeats classes and tests, and leaves word of the provider. */
final class EveryProviderExtension
        implements ClassTemplateInvocationContextProvider, TestTemplateInvocationContextProvider {

    private static final String CHOICE = "stowage.testing.providers";

    private record On(String provider) implements ClassTemplateInvocationContext, TestTemplateInvocationContext {

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of();
        }

        @Override
        public String getDisplayName(int invocation) {
            return "on " + provider;
        }

        @Override
        public void prepareInvocation(ExtensionContext context) {
            TestStores.chooseProvider(context, provider);
        }
    }

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<? extends ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
            ExtensionContext context) {
        return providers(context);
    }

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        // On a class the annotation says nothing about the templates in it, such as a test with parameters.
        return AnnotationSupport.isAnnotated(context.getTestMethod(), OnEveryProvider.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return providers(context).map(TestTemplateInvocationContext.class::cast);
    }

    private static Stream<On> providers(ExtensionContext context) {
        List<String> found = TestStores.registry(context).providers().stream()
                .map(RegisteredProvider::name)
                .sorted()
                .toList();
        List<String> chosen = context.getConfigurationParameter(CHOICE)
                .map(names ->
                        Arrays.stream(names.split(",", -1)).map(String::strip).toList())
                .orElse(found);
        if (chosen.isEmpty() || !found.containsAll(chosen)) {
            throw new ExtensionConfigurationException(
                    "the tests are to run on the providers " + chosen + ", and there are " + found
                            + "; put their JARs on the class path of the tests, or set '" + CHOICE + "'");
        }
        return chosen.stream().map(On::new);
    }
}
