/** What stores are asked in every topic and in random sequences, what values they hold, and how their answers are collected. */
package org.stowage.conformance.question;
