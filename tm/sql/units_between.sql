SELECT id, origin, identity, details, variants
FROM unit
WHERE id BETWEEN ?1 AND ?2
ORDER BY id
