INSERT INTO action (number, at, undoes, added, changed, removed, author) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
