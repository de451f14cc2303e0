SELECT unit FROM identity WHERE hash = ?1 ORDER BY unit
