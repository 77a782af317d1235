package org.stowage.processor;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Checks the repositories that are compiled, with the check that core makes when they are created, and writes the static metamodels of
 * their entities.
 */
public final class StowageProcessor extends AbstractProcessor {

    private @Nullable Compilation compilation;

    /** Creates the processor. */
    public StowageProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** Returns {@code *}: a repository needs no annotation, nor does an entity. */
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(Converters.OPTION);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        try {
            if (compilation == null) {
                compilation = new Compilation(processingEnv);
            }
            compilation.round(round);
        } catch (RuntimeException | LinkageError failure) {
            // Nobody's compilation is to end because of what is wrong here.
            processingEnv
                    .getMessager()
                    .printWarning("Stowage could not look at what is compiled; it is checked when it is run (" + failure
                            + ")");
        }
        return false;
    }
}
