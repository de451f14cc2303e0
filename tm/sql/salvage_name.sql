INSERT OR IGNORE INTO name (id, text) VALUES (?1, ?2)
