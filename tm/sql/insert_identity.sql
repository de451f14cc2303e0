INSERT INTO identity (hash, unit) VALUES (?1, ?2)
