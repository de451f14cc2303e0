SELECT 1 FROM occurrence WHERE unit = ?1 AND place = ?2
