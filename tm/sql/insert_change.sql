INSERT INTO change (number, first_unit, last_unit, token, at) VALUES (?1, ?2, ?3, random(), ?4)
