SELECT id, identity, checksum, details, origin, confidence, document, position, context_id,
       created, changed, created_by, changed_by, variants
FROM unit
WHERE id = ?1
