INSERT INTO language (tag, units, characters) VALUES (?1, 0, 0)
