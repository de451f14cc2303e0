INSERT INTO variant (unit, position, language, text) VALUES (?1, ?2, ?3, ?4)
