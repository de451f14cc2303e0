INSERT INTO change (number, first_unit, last_unit, at) VALUES (?1, ?2, ?3, ?4)
