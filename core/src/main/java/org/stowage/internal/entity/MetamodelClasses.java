package org.stowage.internal.entity;

import jakarta.data.metamodel.StaticMetamodel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fills the static metamodel of an entity, if there is one: the class that is named as the entity is, with {@code _} before or after it,
 * and stands where the entity stands or beside what encloses it.
 */
public final class MetamodelClasses {

    private MetamodelClasses() {}

    /** Gives their values to the fields of an entity's metamodel that have none, and notes those that cannot be right. */
    public static void initialize(EntityModel model, Problems problems) {
        for (String name : names(model.type())) {
            try {
                Class<?> found = Class.forName(name, false, model.type().getClassLoader());
                StaticMetamodel annotation = found.getAnnotation(StaticMetamodel.class);
                // One of another entity, or of Jakarta Persistence, which has an annotation of that name too, is not
                // ours.
                if (annotation != null && annotation.value() == model.type()) {
                    MetamodelFields.initialize(found, model, problems);
                }
            } catch (ClassNotFoundException absent) {
                // Few entities have any.
            } catch (LinkageError broken) {
                problems.add(model.type(), "its metamodel " + name + " cannot be loaded (" + broken + ")");
            }
        }
    }

    private static List<String> names(Class<?> type) {
        String simple = type.getSimpleName();
        List<String> places = new ArrayList<>();
        String topLevel = type.getPackageName();
        places.add(topLevel.isEmpty() ? "" : topLevel + ".");
        Class<?> enclosing = type.getEnclosingClass();
        if (enclosing != null) {
            places.add(enclosing.getName() + "$");
        }
        return places.stream()
                .flatMap(place -> Stream.of(place + "_" + simple, place + simple + "_"))
                .toList();
    }
}
