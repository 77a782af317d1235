package org.stowage.launcher.transfer;

import org.stowage.spi.value.Key;

/**
 * Remembers keys in eight bytes each, so that files larger than memory can be searched for one that comes twice. Different keys may look
 * alike, if hardly ever; equal ones always do.
 */
final class KeyFingerprints {

    private static final long PRIME = 0x100000001b3L;
    private static final long BASIS = 0xcbf29ce484222325L;

    // Open addressing; 0 is an empty place.
    private long[] places = new long[1 << 12];
    private int count;

    /** Adds a key; returns whether none was added before that looks like it. */
    boolean add(Key key) {
        if (count * 2 > places.length) {
            grow();
        }
        boolean added = put(places, fingerprint(key));
        count += added ? 1 : 0;
        return added;
    }

    private static boolean put(long[] places, long fingerprint) {
        int place = (int) (fingerprint ^ (fingerprint >>> 32)) & (places.length - 1);
        while (places[place] != 0) {
            if (places[place] == fingerprint) {
                return false;
            }
            place = (place + 1) & (places.length - 1);
        }
        places[place] = fingerprint;
        return true;
    }

    private void grow() {
        long[] larger = new long[places.length * 2];
        for (long fingerprint : places) {
            if (fingerprint != 0) {
                put(larger, fingerprint);
            }
        }
        places = larger;
    }

    private static long fingerprint(Key key) {
        long hash = BASIS;
        for (int i = 0; i < key.size(); i++) {
            String text = key.get(i).toString();
            for (int j = 0; j < text.length(); j++) {
                hash = (hash ^ text.charAt(j)) * PRIME;
            }
            hash = (hash ^ 0x1F) * PRIME;
        }
        // The last bits of such a hash are its weakest.
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }
}
