SELECT id, variants FROM unit WHERE id > 0
