INSERT INTO action (number, at, undoes, added, changed, removed) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
