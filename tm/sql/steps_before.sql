SELECT kind, first_unit, last_unit, kept, place FROM step WHERE action = ?1 AND place < ?2 ORDER BY place DESC LIMIT ?3
