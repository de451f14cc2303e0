SELECT id FROM unit WHERE identity = ?1 AND id > 0 ORDER BY id
