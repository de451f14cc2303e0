INSERT OR IGNORE INTO spare (text, id) VALUES (?1, ?2)
