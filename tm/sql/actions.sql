SELECT number, at, undoes, added, changed, removed, name.text
FROM action LEFT JOIN name ON name.id = author
ORDER BY number DESC
