package shop;

import jakarta.data.metamodel.*;
import jakarta.data.repository.*;
import java.util.*;

@Repository
interface MetamodelOfUnknownAttribute extends CrudRepository<Restaurant, UUID> {}

@StaticMetamodel(Restaurant.class)
class _Restaurant {

    public static volatile TextAttribute<Restaurant> name;
    public static final TextAttribute<Restaurant> city = new jakarta.data.metamodel.impl.TextAttributeRecord<>("city");
    public static volatile TextAttribute<Restaurant> nmae; // ! entity 'Restaurant' has no attribute 'nmae'; did you mean 'name'?
}
