INSERT OR IGNORE INTO name (id, text)
SELECT id, text
FROM spare
WHERE NOT EXISTS (SELECT 1 FROM language WHERE language.id = spare.id AND language.tag = spare.text)
