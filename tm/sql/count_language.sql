UPDATE language SET units = units + ?2, characters = characters + ?3 WHERE id = ?1
