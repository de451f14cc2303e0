DELETE FROM code WHERE unit = ?1
