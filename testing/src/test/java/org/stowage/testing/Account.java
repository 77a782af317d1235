package org.stowage.testing;

record Account(long id, String owner, long balance) {}
