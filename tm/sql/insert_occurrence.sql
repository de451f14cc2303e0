INSERT OR IGNORE INTO occurrence (unit, place) VALUES (?1, ?2)
