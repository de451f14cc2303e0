INSERT OR IGNORE INTO property (unit, variant, position, name, value) VALUES (?1, ?2, ?3, ?4, ?5)
