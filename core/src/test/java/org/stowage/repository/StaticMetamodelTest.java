package org.stowage.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.exceptions.MappingException;
import jakarta.data.metamodel.Attribute;
import jakarta.data.metamodel.SortableAttribute;
import jakarta.data.metamodel.StaticMetamodel;
import jakarta.data.metamodel.TextAttribute;
import jakarta.data.metamodel.impl.TextAttributeRecord;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stowage.Stowage;

class StaticMetamodelTest {

    private final Stowage stowage = Stowage.open("memory");

    @AfterEach
    void close() {
        stowage.close();
    }

    record Address(String city, int floor) {}

    record Tenant(long id, String name, char initial, Address address, List<String> pets) {}

    interface Tenants extends CrudRepository<Tenant, Long> {
        @Find
        List<Tenant> all(Order<Tenant> order);
    }

    @StaticMetamodel(Tenant.class)
    static class _Tenant {
        public static final String NAME = "name";
        public static volatile @Nullable SortableAttribute<Tenant> id;
        public static volatile TextAttribute<Tenant> name = new TextAttributeRecord<>("address.city");
        public static volatile @Nullable TextAttribute<Tenant> INITIAL;
        public static volatile @Nullable TextAttribute<Tenant> address_city;
        public static volatile @Nullable SortableAttribute<Tenant> address_floor;
        public static volatile @Nullable Attribute<Tenant> address;
        public static volatile @Nullable Attribute<Tenant> pets;
        public static @Nullable Object other;

        private _Tenant() {}
    }

    record Parcel(long id, double weight, List<String> stamps, String street) {}

    interface Parcels extends CrudRepository<Parcel, Long> {}

    @StaticMetamodel(Parcel.class)
    static class Parcel_ {
        public static volatile @Nullable SortableAttribute<Parcel> id;
        public static volatile @Nullable SortableAttribute<Parcel> wieght;
        public static volatile @Nullable TextAttribute<Parcel> weight;
        public static volatile @Nullable SortableAttribute<Parcel> stamps;
        public static final TextAttribute<Parcel> street = new TextAttributeRecord<>("steret");
        public static final @Nullable TextAttribute<Parcel> STREET = null;

        private Parcel_() {}
    }

    record Note(long id) {}

    interface Notes extends CrudRepository<Note, Long> {}

    /** Named like a metamodel of the note's, and that of something else. */
    @StaticMetamodel(Tenant.class)
    static class _Note {
        public static volatile @Nullable SortableAttribute<Tenant> id;

        private _Note() {}
    }

    @Test
    void isFilledWhenTheFirstRepositoryOfItsEntityIsCreated() {
        assertThat(_Tenant.id).isNull();
        Tenants tenants = stowage.repository(Tenants.class);

        assertThat(_Tenant.id.asc()).isEqualTo(Sort.asc("id"));
        assertThat(_Tenant.INITIAL.descIgnoreCase()).isEqualTo(Sort.descIgnoreCase("initial"));
        assertThat(_Tenant.address_city.name()).isEqualTo("address.city");
        assertThat(_Tenant.address.name()).isEqualTo("address");
        assertThat(_Tenant.pets.name()).isEqualTo("pets");
        assertThat(_Tenant.other).isNull();
        // What has a value keeps it.
        assertThat(_Tenant.name.name()).isEqualTo("address.city");

        Tenant high = new Tenant(1, "Ann", 'A', new Address("Oslo", 9), List.of());
        Tenant low = new Tenant(2, "Bo", 'B', new Address("Oslo", 1), List.of("cat"));
        tenants.insertAll(List.of(high, low));
        assertThat(tenants.all(Order.by(_Tenant.address_city.asc(), _Tenant.address_floor.asc())))
                .containsExactly(low, high);
    }

    @Test
    void isCheckedWithTheRepository() {
        assertThatThrownBy(() -> stowage.repository(Parcels.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("for 5 reasons")
                .hasMessageContaining(
                        "Parcel_.wieght: entity 'Parcel' has no attribute 'wieght'; did you mean 'weight'?")
                .hasMessageContaining("Parcel_.weight: it is a TextAttribute, and attribute 'weight' is double;"
                        + " make it a SortableAttribute")
                .hasMessageContaining("Parcel_.stamps: it is a SortableAttribute, and attribute 'stamps' is"
                        + " java.util.List<java.lang.String>; make it an Attribute")
                .hasMessageContaining(
                        "Parcel_.street: entity 'Parcel' has no attribute 'steret'; did you mean 'street'?")
                .hasMessageContaining("Parcel_.STREET: it is final and null; leave out 'final', or give it a value");
    }

    @Test
    void isLeftAloneIfItIsThatOfAnotherEntity() {
        stowage.repository(Notes.class);

        assertThat(_Note.id).isNull();
    }
}
