package shop;

import jakarta.data.repository.*;

@Repository
class ClassAsRepository {} // ! it is no interface, so it cannot be a repository; make it one
