INSERT OR IGNORE INTO note (unit, position, text) VALUES (?1, ?2, ?3)
