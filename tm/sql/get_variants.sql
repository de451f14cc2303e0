SELECT position, language, text FROM variant WHERE unit = ?1 ORDER BY position
