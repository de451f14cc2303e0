INSERT OR IGNORE INTO step (action, place, kind, first_unit, last_unit, kept) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
