INSERT OR IGNORE INTO name (id, text)
SELECT DISTINCT lost, 'lost name ' || lost
FROM (SELECT document AS lost FROM unit UNION SELECT created_by FROM unit UNION SELECT changed_by FROM unit
      UNION SELECT name FROM property)
WHERE lost IS NOT NULL
