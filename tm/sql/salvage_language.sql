INSERT OR IGNORE INTO language (id, tag, units, characters) VALUES (?1, ?2, ?3, ?4)
