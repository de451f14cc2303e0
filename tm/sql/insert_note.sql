INSERT INTO note (unit, position, text) VALUES (?1, ?2, ?3)
