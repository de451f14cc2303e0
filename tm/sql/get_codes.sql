SELECT variant, kind, byte_offset, id, original
FROM code
WHERE unit = ?1
ORDER BY variant, position
