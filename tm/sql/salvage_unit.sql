INSERT OR IGNORE INTO unit (id, identity, checksum, details, origin, confidence, document, position, context_id,
                            created, changed, created_by, changed_by, variants)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
