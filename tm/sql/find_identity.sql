SELECT id FROM unit WHERE identity = ?1 ORDER BY id
