SELECT 1 FROM step WHERE kind = 2 AND first_unit = ?1
