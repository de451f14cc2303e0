UPDATE OR IGNORE language SET tag = ?2 WHERE id = ?1
