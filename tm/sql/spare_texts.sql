SELECT text FROM spare WHERE id = ?1
