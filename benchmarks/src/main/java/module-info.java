/** Measures each provider side by side with what a user would pick instead. */
@org.jspecify.annotations.NullMarked
module org.stowage.benchmarks {
    requires static jakarta.xml.bind;
    requires static org.jspecify;
    requires com.h2database;
    requires info.picocli;
    requires jakarta.persistence;
    requires java.logging;
    requires java.management;
    requires java.sql;
    requires jdk.jfr;
    requires jmh.core;
    requires org.dizitart.no2;
    requires org.dizitart.no2.mvstore;
    requires org.hibernate.orm.community.dialects;
    requires org.hibernate.orm.core;
    requires org.jdbi.v3.core;
    requires org.jooq;
    requires org.stowage;
    requires spring.beans;
    requires spring.context;
    requires spring.core;
    requires spring.data.commons;
    requires spring.data.jdbc;
    requires spring.data.keyvalue;
    requires spring.data.relational;
    requires spring.jdbc;
    requires spring.tx;
    requires tools.jackson.databind;
}
