package org.stowage.launcher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Puts options that stand before the command, where many write them, behind it, where they belong. */
final class LeadingOptions {

    private static final Set<String> MOVED = Set.of("--provider", "--at", "--set", "--store", "--format");

    /** Those that may stay where they are and are followed by a value. */
    private static final Set<String> WITH_VALUE = Set.of("--providers", "--prefer", "--verify", "--require");

    private LeadingOptions() {}

    /** Returns the arguments in the order in which the commands take them. */
    static List<String> behindCommand(String[] arguments) {
        List<String> ordered = new ArrayList<>(Arrays.asList(arguments));
        int command = moveBehind(ordered, 0);
        if (command < ordered.size() && ordered.get(command).equals("run")) {
            moveBehind(ordered, command + 1);
        }
        return ordered;
    }

    /** Moves options that stand before the next word behind it, and returns where the word then is. */
    private static int moveBehind(List<String> arguments, int start) {
        List<String> moved = new ArrayList<>();
        int position = start;
        while (position < arguments.size() && arguments.get(position).startsWith("-")) {
            String argument = arguments.get(position);
            int equals = argument.indexOf('=');
            boolean belongsBehind = MOVED.contains(equals < 0 ? argument : argument.substring(0, equals));
            boolean withValue = equals < 0 && (belongsBehind || WITH_VALUE.contains(argument));
            int end = Math.min(arguments.size(), position + (withValue ? 2 : 1));
            if (belongsBehind) {
                List<String> option = arguments.subList(position, end);
                moved.addAll(option);
                option.clear();
            } else {
                position = end;
            }
        }
        arguments.addAll(Math.min(arguments.size(), position + 1), moved);
        return position;
    }
}
