INSERT INTO memory (id) VALUES (randomblob(16))
