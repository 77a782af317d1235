package org.stowage.jsonfile;

import java.util.List;
import java.util.Map;

/**
 * What was found when a store was opened, beside its rows.
 *
 * @param last the number of the last commit
 * @param journals the journals whose commits are not in the files yet
 * @param lastChanges the number of the last commit in them that changed an entity, by name
 */
record Recovered(long last, List<ClosedJournal> journals, Map<String, Long> lastChanges) {}
