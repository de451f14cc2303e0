INSERT OR REPLACE INTO counter (name, value)
SELECT text, max(id) FROM spare WHERE text IN ('next_unit', 'units') GROUP BY text
