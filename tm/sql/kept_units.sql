SELECT id FROM unit WHERE id < 0
