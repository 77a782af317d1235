package org.stowage.benchmarks.peer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stowage.spi.value.DecimalCode;
import org.stowage.spi.value.TemporalCode;

/** What an application with Spring Data JDBC on SQLite configures. */
@Configuration
@EnableJdbcRepositories(
        considerNestedRepositories = false,
        basePackageClasses = SpringJdbcConfiguration.class,
        includeFilters =
                @org.springframework.context.annotation.ComponentScan.Filter(
                        type = org.springframework.context.annotation.FilterType.ASSIGNABLE_TYPE,
                        classes = SpringJdbcProducts.class))
class SpringJdbcConfiguration extends AbstractJdbcConfiguration {

    @Bean
    NamedParameterJdbcOperations operations(DataSource source) {
        return new NamedParameterJdbcTemplate(source);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource source) {
        return new DataSourceTransactionManager(source);
    }

    @Bean
    TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Override
    public JdbcDialect jdbcDialect(NamedParameterJdbcOperations operations) {
        return new SpringSqliteDialect();
    }

    @Override
    protected List<?> userConverters() {
        return List.of(new PriceWriter(), new PriceReader(), new TimeWriter(), new TimeReader());
    }

    @WritingConverter
    private static final class PriceWriter implements Converter<BigDecimal, String> {
        @Override
        public String convert(BigDecimal price) {
            return DecimalCode.encode(price);
        }
    }

    @ReadingConverter
    private static final class PriceReader implements Converter<String, BigDecimal> {
        @Override
        public BigDecimal convert(String text) {
            return DecimalCode.decode(text).setScale(2);
        }
    }

    @WritingConverter
    private static final class TimeWriter implements Converter<Instant, String> {
        @Override
        public String convert(Instant time) {
            return TemporalCode.encode(time);
        }
    }

    @ReadingConverter
    private static final class TimeReader implements Converter<String, Instant> {
        @Override
        public Instant convert(String text) {
            return TemporalCode.decodeInstant(text);
        }
    }
}
