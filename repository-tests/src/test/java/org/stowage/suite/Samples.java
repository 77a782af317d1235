package org.stowage.suite;

import jakarta.data.Sort;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.Query;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;

/** For each basic type a method that is named as the attribute is and finds what is equal, and one that finds what is less. */
interface Samples extends CrudRepository<Sample, Integer> {

    @Find
    List<Sample> sorted(Sort<Sample> sort);

    @Find
    List<Sample> flag(boolean flag);

    @Query("where flag < ?1")
    List<Sample> flagBelow(boolean limit);

    @Find
    List<Sample> tiny(byte tiny);

    @Query("where tiny < ?1")
    List<Sample> tinyBelow(byte limit);

    @Find
    List<Sample> small(short small);

    @Query("where small < ?1")
    List<Sample> smallBelow(short limit);

    @Find
    List<Sample> medium(int medium);

    @Query("where medium < ?1")
    List<Sample> mediumBelow(int limit);

    @Find
    List<Sample> large(long large);

    @Query("where large < ?1")
    List<Sample> largeBelow(long limit);

    @Find
    List<Sample> single(float single);

    @Query("where single < ?1")
    List<Sample> singleBelow(float limit);

    @Find
    List<Sample> twice(double twice);

    @Query("where twice < ?1")
    List<Sample> twiceBelow(double limit);

    @Find
    List<Sample> letter(char letter);

    @Query("where letter < ?1")
    List<Sample> letterBelow(char limit);

    @Find
    List<Sample> boxedFlag(Boolean boxedFlag);

    @Query("where boxedFlag < ?1")
    List<Sample> boxedFlagBelow(Boolean limit);

    @Find
    List<Sample> boxedTiny(Byte boxedTiny);

    @Query("where boxedTiny < ?1")
    List<Sample> boxedTinyBelow(Byte limit);

    @Find
    List<Sample> boxedSmall(Short boxedSmall);

    @Query("where boxedSmall < ?1")
    List<Sample> boxedSmallBelow(Short limit);

    @Find
    List<Sample> boxedMedium(Integer boxedMedium);

    @Query("where boxedMedium < ?1")
    List<Sample> boxedMediumBelow(Integer limit);

    @Find
    List<Sample> boxedLarge(Long boxedLarge);

    @Query("where boxedLarge < ?1")
    List<Sample> boxedLargeBelow(Long limit);

    @Find
    List<Sample> boxedSingle(Float boxedSingle);

    @Query("where boxedSingle < ?1")
    List<Sample> boxedSingleBelow(Float limit);

    @Find
    List<Sample> boxedTwice(Double boxedTwice);

    @Query("where boxedTwice < ?1")
    List<Sample> boxedTwiceBelow(Double limit);

    @Find
    List<Sample> boxedLetter(Character boxedLetter);

    @Query("where boxedLetter < ?1")
    List<Sample> boxedLetterBelow(Character limit);

    @Find
    List<Sample> text(String text);

    @Query("where text < ?1")
    List<Sample> textBelow(String limit);

    @Find
    List<Sample> huge(BigInteger huge);

    @Query("where huge < ?1")
    List<Sample> hugeBelow(BigInteger limit);

    @Find
    List<Sample> exact(BigDecimal exact);

    @Query("where exact < ?1")
    List<Sample> exactBelow(BigDecimal limit);

    @Find
    List<Sample> uuid(UUID uuid);

    @Query("where uuid < ?1")
    List<Sample> uuidBelow(UUID limit);

    @Find
    List<Sample> bytes(byte[] bytes);

    @Query("where bytes < ?1")
    List<Sample> bytesBelow(byte[] limit);

    @Find
    List<Sample> date(LocalDate date);

    @Query("where date < ?1")
    List<Sample> dateBelow(LocalDate limit);

    @Find
    List<Sample> time(LocalTime time);

    @Query("where time < ?1")
    List<Sample> timeBelow(LocalTime limit);

    @Find
    List<Sample> dateTime(LocalDateTime dateTime);

    @Query("where dateTime < ?1")
    List<Sample> dateTimeBelow(LocalDateTime limit);

    @Find
    List<Sample> instant(Instant instant);

    @Query("where instant < ?1")
    List<Sample> instantBelow(Instant limit);

    @Find
    List<Sample> offset(OffsetDateTime offset);

    @Query("where offset < ?1")
    List<Sample> offsetBelow(OffsetDateTime limit);

    @Find
    List<Sample> zoned(ZonedDateTime zoned);

    @Query("where zoned < ?1")
    List<Sample> zonedBelow(ZonedDateTime limit);

    @Find
    List<Sample> duration(Duration duration);

    @Query("where duration < ?1")
    List<Sample> durationBelow(Duration limit);

    @Find
    List<Sample> year(Year year);

    @Query("where year < ?1")
    List<Sample> yearBelow(Year limit);

    @Find
    List<Sample> link(URI link);

    @Query("where link < ?1")
    List<Sample> linkBelow(URI limit);

    @Find
    List<Sample> size(Sample.Size size);

    @Query("where size < ?1")
    List<Sample> sizeBelow(Sample.Size limit);
}
