INSERT INTO sure (id) SELECT id FROM unit WHERE id > 0
