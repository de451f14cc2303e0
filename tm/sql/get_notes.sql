SELECT text FROM note WHERE unit = ?1 ORDER BY position
