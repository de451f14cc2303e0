SELECT number, first_unit, last_unit FROM change WHERE number > ?1 ORDER BY number
