DELETE FROM property WHERE unit = ?1
