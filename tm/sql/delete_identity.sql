DELETE FROM identity WHERE hash = (SELECT identity FROM unit WHERE id = ?1) AND unit = ?1
