SELECT number, at, undoes, added, changed, removed FROM action ORDER BY number DESC
