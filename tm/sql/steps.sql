SELECT kind, first_unit, last_unit, kept FROM step WHERE action = ?1 ORDER BY place
