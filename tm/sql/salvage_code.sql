INSERT OR IGNORE INTO code (unit, variant, position, kind, byte_offset, id, original)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
