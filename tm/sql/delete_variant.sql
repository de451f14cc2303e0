DELETE FROM variant WHERE unit = ?1
