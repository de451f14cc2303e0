INSERT OR IGNORE INTO neighbour (unit, variant, previous, next) VALUES (?1, ?2, ?3, ?4)
