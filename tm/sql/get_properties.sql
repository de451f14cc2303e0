SELECT variant, name, value FROM property WHERE unit = ?1 ORDER BY variant, position
