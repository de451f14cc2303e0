DELETE FROM note WHERE unit = ?1
